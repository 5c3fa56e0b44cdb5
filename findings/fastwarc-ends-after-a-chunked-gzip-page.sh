#!/usr/bin/env bash
# what:    FastWARC 2.0.1, ArchiveIterator(auto_decode="all")
# expect:  every record of an archive ("Automatically decode HTTP payload encodings", its docstring); the archive is written by warcio 1.8.1
# happens: after a page that was sent in chunks and in gzip, as most servers send pages, the iteration ends without an exception: the records behind
#          it are gone; with auto_decode="none" all are there
# matters: a crawl of ten thousand Persian pages becomes one of a few, silently. textnorm reads archives with warcio and takes chunks and gzip off one after another
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder" fastwarc==2.0.1 warcio==1.8.1
seen=$(PYTHONPATH="$folder" python3 -c '
import gzip, io, sys
from importlib.metadata import version
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
print("FastWARC", version("fastwarc"), "warcio", version("warcio"), file=sys.stderr)
file = io.BytesIO()
writer = WARCWriter(file, gzip=False)
packed = gzip.compress("<p>باران در شمال".encode())
first = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
sent = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
for number, (body, headers) in enumerate([(first, sent), (b"<p>second", []), (b"<p>third", [])]):
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(f"http://a.example/{number}", "response", payload=io.BytesIO(body), http_headers=head))
for mode in ("none", "all"):
    records = ArchiveIterator(io.BytesIO(file.getvalue()), record_types=WarcRecordType.response, auto_decode=mode)
    print(mode, sum(1 for record in records if record.reader.read()))')
echo "$seen"
[ "$seen" = "none 3
all 1" ]
