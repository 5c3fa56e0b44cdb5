#!/usr/bin/env bash
# what:    warcio 1.8.1, record.content_stream(), with the package Brotli 1.2.0
# expect:  the page as it was before it was sent; warcio's documentation says that content_stream() decompresses, and its code asks for `import brotli`
# happens: with Brotli installed: AttributeError, 'brotli.Decompressor' object has no attribute 'unused_data'; without it the compressed bytes come out as
#          if they were the page
# matters: many servers send brotli to crawlers that say they are browsers: their Persian pages are errors or mojibake. textnorm takes brotli off itself,
#          or names the page that it cannot read
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder/warcio" warcio==1.8.1
pip install --quiet --target "$folder/brotli" brotli==1.2.0
program='
import base64, io, sys
from importlib.metadata import version
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
print("warcio", version("warcio"), file=sys.stderr)
body = base64.b64decode("Cw2APHA+2KjYp9ix2KfZhiDYr9ixINi02YXYp9mEAw==")  # <p>باران در شمال in brotli
file = io.BytesIO()
writer = WARCWriter(file, gzip=False)
head = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "br")], protocol="HTTP/1.1")
writer.write_record(writer.create_warc_record("http://a.example/", "response", payload=io.BytesIO(body), http_headers=head))
file.seek(0)
for record in ArchiveIterator(file):
    try:
        print("as it was sent" if record.content_stream().read() == body else "the page")
    except Exception as error:
        print(type(error).__name__)'
seen=$(PYTHONPATH="$folder/warcio:$folder/brotli" python3 -c "$program"; PYTHONPATH="$folder/warcio" python3 -S -c "$program" || true)
echo "$seen"
[ "$seen" = "AttributeError
as it was sent" ]
