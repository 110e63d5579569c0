import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrivedCase } from '../../contract/harness.js';
import { childAt, childrenOf, readXml, textAt } from './xml/read-xml.js';
import { digestOf, openZip, textOf } from './zip/read-zip.js';

/** The message in an archive, as text. */
export async function messageIn(path: string): Promise<string> {
  const zip = await openZip(path);
  try {
    return await textOf(zip.bytes(zip.names.find((name) => name.endsWith('.xml') && name.includes('_')) ?? '', 50_000_000));
  } finally {
    zip.close();
  }
}

/** What a records system finds in a folder: every message, and the bytes that are there. */
export async function casesIn(folder: string): Promise<ArrivedCase[]> {
  const archives = (await readdir(folder)).filter((name) => !name.startsWith('.') && name.endsWith('.zip'));
  return Promise.all(archives.map((name) => caseIn(join(folder, name))));
}

async function caseIn(path: string): Promise<ArrivedCase> {
  const object = readXml(await messageIn(path)).children.find((child) => child.name.startsWith('SchriftgutobjektZum'));
  const vorgang = childAt(object, 'Schriftgutobjekt', 'Vorgang');
  const zip = await openZip(path);
  const files: { name: string; size: number; sha256: string }[] = [];
  for (const document of childrenOf(vorgang, 'Dokument')) {
    const primary = childAt(document, 'Version', 'Format', 'Primaerdokument');
    const found = await digestOf(zip.bytes(textAt(primary, 'Dateiname') ?? '', 2 ** 31));
    files.push({ name: childAt(primary, 'DateinameOriginal')?.text ?? '', ...found });
  }
  zip.close();
  return {
    key: textAt(object, 'FachverfahrenObjektID') ?? '',
    reference: textAt(vorgang, 'AllgemeineMetadaten', 'Kennzeichen') ?? '',
    serviceTitle: childAt(vorgang, 'AllgemeineMetadaten', 'Betreff')?.text ?? '',
    files,
  };
}
