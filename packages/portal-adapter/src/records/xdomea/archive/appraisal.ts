import { DeliveryError } from '../../../contract/delivery.js';
import { vorgangId } from '../identifiers.js';
import { namespace } from '../xml/write-xml.js';
import { childAt, childrenOf, readXml, textAt, UnreadableXml } from '../xml/read-xml.js';
import type { ReadElement } from '../xml/read-xml.js';
import { roundId } from './archive-case.js';
import type { ArchiveCase, ArchiveRound } from './archive-case.js';

/** Kept or destroyed. `B` (to be appraised) is what the archive was asked, not an answer. */
type Decision = 'A' | 'V';

/**
 * The cases of a round that the archive wants, by its answer `Aussonderung.Bewertungsverzeichnis.0502`.
 *
 * @throws DeliveryError when it is no answer to this round, or says nothing about one of its cases
 */
export function wantedByArchive(round: ArchiveRound, answer: string): readonly ArchiveCase[] {
  const decisions = decisionsIn(read(answer), roundId(round));
  const open = round.cases.filter((one) => !decisions.has(vorgangId(one.key)));
  if (open.length > 0) throw unusable(`says nothing about ${open.length} of ${round.cases.length} cases`);
  return round.cases.filter((one) => decisions.get(vorgangId(one.key)) === 'A');
}

function read(answer: string): ReadElement {
  try {
    return readXml(answer);
  } catch (error) {
    if (error instanceof UnreadableXml) throw unusable(error.message);
    throw error;
  }
}

function decisionsIn(root: ReadElement, processId: string): ReadonlyMap<string, Decision> {
  if (root.namespace !== namespace || root.name !== 'Aussonderung.Bewertungsverzeichnis.0502')
    throw unusable('is not Aussonderung.Bewertungsverzeichnis.0502 of xdomea 3.0.0');
  if (textAt(root, 'Kopf', 'ProzessID')?.toLowerCase() !== processId) throw unusable('belongs to another round (ProzessID)');
  const decisions = new Map<string, Decision>();
  for (const object of childrenOf(root, 'BewertetesObjekt')) {
    const id = textAt(object, 'ID')?.toLowerCase();
    const decision = textAt(childAt(object, 'Aussonderungsart'), 'Aussonderungsart', 'code');
    if (id !== undefined && (decision === 'A' || decision === 'V')) decisions.set(id, decision);
  }
  return decisions;
}

export function unusable(reason: string): DeliveryError {
  const message = `The archive's answer (Bewertungsverzeichnis.0502) ${reason}. Ask the archive for it again.`;
  return new DeliveryError('xdomea-appraisal-unusable', 'refused', message);
}
