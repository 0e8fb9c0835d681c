// Opens what people download: a text document as the package it is, a PDF through poppler (Debian's package poppler-utils).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import zlib from 'node:zlib';

/** The text of a DOCX, a line for each paragraph. */
export function docxText(bytes) {
  const xml = unpack(bytes, 'word/document.xml').toString('utf8');
  const paragraphs = xml.split('</w:p>').map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
  return paragraphs.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** The text of a PDF in the order it is read aloud, and what its head says of itself. */
export function pdfText(bytes) {
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
  return { text: poppler('pdftotext', ['-', '-'], bytes), facts: poppler('pdfinfo', ['-'], bytes) };
}

function poppler(program, words, bytes) {
  const { stdout, stderr, status, error } = spawnSync(program, words, { input: bytes });
  if (error) throw new Error(`install Debian's package poppler-utils: ${error.message}`);
  assert.equal(status, 0, stderr.toString());
  return stdout.toString('utf8');
}

// One file of a package (APPNOTE 4.3): the directory at the end says where each begins.
function unpack(bytes, name) {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  assert.ok(end > 0, 'the file is a package');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [length, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = bytes.readUInt32LE(at + 42);
      const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
      return bytes.readUInt16LE(at + 10) === 0 ? packed : zlib.inflateRawSync(packed);
    }
    at += 46 + length + extra + comment;
  }
  return assert.fail(`no ${name} in the package`);
}
