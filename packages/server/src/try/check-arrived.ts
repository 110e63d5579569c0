import { readFile } from 'node:fs/promises';
import type { ServicePackage } from '@serviceportal/form-engine';
import { compileForm } from '@serviceportal/form-engine';
import { checkAnswers, leavesOf } from './check-answers.js';
import { checkAttachments } from './check-files.js';
import { checkMapped } from './check-mapped.js';
import { checkOffered } from './check-offered.js';
import { checkXmlTwin } from './check-xml.js';
import { expectedAnswers } from './expected-answers.js';
import { shownAnswers } from './shown-answers.js';
import type { Stage } from './stage.js';
import { Stuck } from './stuck.js';
import type { FilledForm } from './walk.js';

/** Holds what the counterpart has against what was typed: answers, their XML twin, files. @throws Stuck with the first difference */
export async function checkArrived(stage: Stage, pkg: ServicePackage, id: string, { typed, check }: FilledForm): Promise<void> {
  const form = compileForm(pkg.form);
  checkOffered(form, typed);
  const { store } = stage.fachverfahren;
  const received = store.byKey(`${id}.fachverfahren`);
  if (!received) throw new Stuck('Das Fachverfahren hat den Fall nicht');
  const bytesOf = async (fileName: string | undefined): Promise<Buffer | null> => {
    const file = received.files.find(({ name }) => name === fileName);
    return file ? readFile(store.pathOf(received, file)) : null;
  };
  const outputNamed = (format: string): string | undefined => pkg.outputs.find((output) => output.format === format)?.fileName;
  const jsonBytes = await bytesOf(outputNamed('fim-json'));
  if (!jsonBytes) throw new Stuck('Die Übergabe enthält kein FIM-JSON');
  const json: unknown = JSON.parse(jsonBytes.toString('utf8'));
  const expected = expectedAnswers(form, typed);
  checkAnswers(form, json, expected, shownAnswers(check));

  const xml = await bytesOf(outputNamed('fim-xml'));
  if (xml) checkXmlTwin(xml.toString('utf8'), json, outputNamed('fim-xml') ?? '');

  for (const output of pkg.outputs) {
    if (output.format !== 'mapped-csv' && output.format !== 'mapped-json') continue;
    checkMapped(output, (await bytesOf(output.fileName))?.toString('utf8') ?? '', json);
  }

  const places = new Set(leavesOf(json, '').map(([place]) => place));
  const sent = expected.flatMap(({ file, place }) => (file && places.has(place) ? [file] : []));
  const attachments = received.files.filter(({ purpose }) => purpose === 'attachment');
  const files = attachments.map(async (file) => ({ name: file.name, bytes: await readFile(store.pathOf(received, file)) }));
  await checkAttachments(sent, await Promise.all(files));
}
