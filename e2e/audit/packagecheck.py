#!/usr/bin/env python3
"""Opens DOCX and XLSX as a strict reader would: a sound archive, well-formed parts, every relation leads somewhere,
and what a screen reader needs (headings and table headers in DOCX, a header row in every sheet of XLSX).
usage: python3 packagecheck.py FILE ...   exit 1 when something fails"""
import posixpath, sys, zipfile
from xml.etree import ElementTree as xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(package, bad):
    """Every XML part, parsed."""
    found = {}
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            try:
                found[name] = xml.fromstring(package.read(name))
            except xml.ParseError as error:
                bad.append(f"{name} is not well-formed: {error}")
    return found


def relations(found, names, bad):
    for name, root in found.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root:
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if path not in names:
                bad.append(f"{name} leads to {path}, which is not there")


def word(found, bad):
    document = found.get("word/document.xml")
    if document is None:
        bad.append("no word/document.xml")
        return {}
    styles = [style.get(WORD + "val", "") for style in document.iter(WORD + "pStyle")]
    headings = [style for style in styles if style.lower().startswith(("heading", "rubrik"))]
    if not headings:
        bad.append("no paragraph has a heading style")
    text = "".join(node.text or "" for node in document.iter(WORD + "t"))
    if not text.strip():
        bad.append("no text")
    for table in document.iter(WORD + "tbl"):
        # Two columns are a label and its value, read row by row; wider tables need a header that is repeated.
        first = table.find(WORD + "tr")
        if first is not None and len(first.findall(WORD + "tc")) > 2 and next(table.iter(WORD + "tblHeader"), None) is None:
            bad.append("a table without a header row")
    return {"headings": len(headings), "characters": len(text)}


def sheets(found, bad):
    rows = {}
    for name, root in found.items():
        if name.startswith("xl/worksheets/sheet"):
            rows[posixpath.basename(name)] = sum(1 for _ in root.iter(SHEET + "row"))
    if not rows or not any(rows.values()):
        bad.append("no rows")
    return rows


def check(path):
    bad = []
    with zipfile.ZipFile(path) as package:
        broken = package.testzip()
        if broken:
            bad.append(f"{broken} is damaged")
        names = set(package.namelist())
        if "[Content_Types].xml" not in names:
            bad.append("no [Content_Types].xml")
        found = parts(package, bad)
        relations(found, names, bad)
        info = word(found, bad) if path.endswith(".docx") else sheets(found, bad)
    return bad, info


if __name__ == "__main__":
    worst = 0
    for path in sys.argv[1:]:
        bad, info = check(path)
        print(f"{path}: {'ok' if not bad else f'{len(bad)} problem(s)'}  {info}")
        for problem in bad:
            print("   ", problem)
        worst |= bool(bad)
    sys.exit(worst)
