import { instanceName, parseInstanceName } from '@serviceportal/form-engine';
import type { Form, Instance, Position } from '@serviceportal/form-engine';
import type { Chance } from './values/chance.js';

/** Of a choice group one part is answered: which one, for each instance of the group. */
export class Decisions {
  readonly #form: Form;
  readonly #chance: Chance;
  readonly #chosen = new Map<string, Position>();
  readonly #leftOut = new Map<string, boolean>();

  constructor(form: Form, chance: Chance) {
    this.#form = form;
    this.#chance = chance;
  }

  /** The question behind an input name; null for `_csrf` and the like. */
  question(name: string): Instance | null {
    return parseInstanceName(this.#form, withoutDatePart(name));
  }

  /** Belongs the instance to the chosen part of every choice around it? `present`: the questions on the page. */
  applies({ position, indices }: Instance, present: readonly Position[]): boolean {
    for (let part = position; part.parent; part = part.parent) {
      const group = part.parent;
      if (group.node.kind !== 'group' || group.node.choice !== true) continue;
      if (this.#partOf(group, indices, present) !== part) return false;
    }
    return true;
  }

  /** Is an optional group around the question left out as a whole? `share`: of 100 groups so many are. */
  leavesOut({ position, indices }: Instance, share: number): boolean {
    for (let group = position.parent; group; group = group.parent) {
      if (group.node.min > 0 || group.repeated) continue;
      const key = instanceName(group, indices);
      const leftOut = this.#leftOut.get(key) ?? this.#chance.percent(share);
      this.#leftOut.set(key, leftOut);
      if (leftOut) return true;
    }
    return false;
  }

  /** Decide again at every group around the instance. */
  reconsider({ position, indices }: Instance): void {
    for (let around: Position | null = position; around; around = around.parent) {
      this.#chosen.delete(instanceName(around, indices));
      this.#leftOut.delete(instanceName(around, indices));
    }
  }

  #partOf(group: Position, indices: readonly number[], present: readonly Position[]): Position | null {
    const key = instanceName(group, indices);
    const known = this.#chosen.get(key);
    if (known) return known;
    const parts = group.children.filter(({ node }) => node.kind !== 'note' && !(node.kind === 'field' && node.hidden));
    const asked = parts.filter((part) => present.some((position) => isWithin(position, part)));
    const part = (asked.length > 0 ? asked : parts).at(this.#chance.whole(0, (asked.length > 0 ? asked : parts).length - 1)) ?? null;
    if (part) this.#chosen.set(key, part);
    return part;
  }
}

export const withoutDatePart = (name: string): string => name.replace(/\.(day|month|year)$/, '');

function isWithin(position: Position, part: Position): boolean {
  for (let at: Position | null = position; at; at = at.parent) if (at === part) return true;
  return false;
}
