import type { Rechtsbezug } from '../xdatenfelder/angaben.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Datenfeldgruppe, Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';
import type { SourcePlace } from '../xml/fim-input-error.js';

/** How elements become those of the other version. Rules and children are converted by themselves. */
export interface Conversion {
  schema(schema: Stammdatenschema): Stammdatenschema;
  group(group: Datenfeldgruppe): Datenfeldgruppe;
  field(field: Datenfeld): Datenfeld;
  rule(rule: Regel): Regel;
  norms(norms: readonly Rechtsbezug[], owner: { readonly id: string; readonly place: SourcePlace }): readonly Rechtsbezug[];
}

export function convertAll(schema: Stammdatenschema, conversion: Conversion): Stammdatenschema {
  return { ...conversion.schema(schema), ...parts(schema, conversion) };
}

function parts({ regeln, struktur }: Pick<Datenfeldgruppe, 'regeln' | 'struktur'>, conversion: Conversion) {
  return {
    regeln: regeln.map((rule) => conversion.rule(rule)),
    struktur: struktur.map((position) => convertPosition(position, conversion)),
  };
}

function convertPosition(position: Struktur, conversion: Conversion): Struktur {
  const { enthaelt } = position;
  const converted =
    enthaelt.art === 'datenfeld'
      ? { ...conversion.field(enthaelt), regeln: enthaelt.regeln.map((rule) => conversion.rule(rule)) }
      : { ...conversion.group(enthaelt), ...parts(enthaelt, conversion) };
  return { ...position, bezug: conversion.norms(position.bezug, enthaelt), enthaelt: converted };
}
