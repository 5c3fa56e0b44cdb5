#!/usr/bin/env bash
# what:    datatrove 0.10.1, WarcReader (with warcio 1.8.1, faust-cchardet 3.2.0, python-magic 0.4.27)
# expect:  a page that says twice, by the server's header and by its own meta, that it is windows-1256 is read as windows-1256, as browsers do
# happens: neither is looked at: what is not UTF-8 is guessed from its bytes, and a short Persian page comes out in Cyrillic letters («خبر» as «ОИС»)
# matters: old Persian and Arabic sites are windows-1256; their short pages go into a corpus as words of no language, without a mark.
#          `textnorm posts crawl.warc.gz` takes what server and page declare
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder" datatrove==0.10.1 warcio==1.8.1 faust-cchardet==3.2.0 python-magic==0.4.27
seen=$(PYTHONPATH="$folder" python3 -c '
import sys
from importlib.metadata import version
from pathlib import Path
from datatrove.pipeline.readers import WarcReader
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
import io
print(*(f"{name} {version(name)}" for name in ("datatrove", "warcio", "faust-cchardet")), file=sys.stderr)
crawl = Path(sys.argv[1])
crawl.mkdir()
media = "text/html; charset=windows-1256"
page = f"<html><head><meta http-equiv=Content-Type content=\"{media}\"></head><body><h1>خبر</h1></body></html>"
with (crawl / "a.warc.gz").open("wb") as file:
    writer = WARCWriter(file, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", media)], protocol="HTTP/1.1")
    body = io.BytesIO(page.encode("windows-1256"))
    writer.write_record(writer.create_warc_record("http://a.example/", "response", payload=body, http_headers=head))
for document in WarcReader(str(crawl)).run():
    print(document.text.split("<h1>")[1].split("</h1>")[0])' "$folder/crawl" | tail -1)
echo "$seen"
[ "$seen" = "ОИС" ]
