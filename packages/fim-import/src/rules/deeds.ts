import type { Condition, Operand } from '@serviceportal/form-engine';

/** What a rule does to an element. */
export type Deed =
  | { readonly effect: 'require' | 'forbid' | 'activate' }
  | { readonly effect: 'prefill'; readonly value: Operand }
  | { readonly effect: 'restrict'; readonly codes: readonly string[] }
  | { readonly effect: 'valid'; readonly condition: Condition; readonly message: string };

export const require: Deed = { effect: 'require' };
export const forbid: Deed = { effect: 'forbid' };
export const activate: Deed = { effect: 'activate' };

/** Words that add nothing: `muss zwingend auch befüllt werden`. */
export const fillers = 'zwingend|immer|auch|dann|zusätzlich|ebenfalls|jeweils|automatisch|bitte|hier|somit|daher|entsprechend|stets';
export const mandatory =
  'pflicht|pflichtfeld|pflichtfelder|pflichtfelds|pflichtangabe|pflichtangaben|pflichtfeldgruppe|pflichtfeldgruppen|pflichtgruppe|pflichtdatenfeld|muss-feld|mussfeld|verpflichtend|erforderlich|obligatorisch|notwendig|pflichtfeldern|mussangabe|muss-angabe';

const shown =
  'angezeigt|eingeblendet|aktiviert|sichtbar|freigeschaltet|abgefragt|dargestellt|gezeigt|aktiv|relevant|erscheinen|einblenden|anzeigen|aktivieren';
const hidden = 'ausgeblendet|deaktiviert|verborgen|versteckt|unsichtbar|ausgegraut|inaktiv|ausblenden|deaktivieren|entfernt|gesperrt';
const entered =
  'befüllt|ausgefüllt|gefüllt|angegeben|eingetragen|eingegeben|beantwortet|hochgeladen|beigefügt|vorhanden|erfasst|ausgewählt|gewählt|übermittelt|befüllen|ausfüllen|angeben|eintragen|bestätigt|vorgelegt|nachgewiesen|eingereicht|beigelegt|gemacht';

/** Classes of the word that says what happens: in `angezeigt werden` as participle, in `anzuzeigen` as infinitive with zu. */
export const participles = { shown, hidden, entered } as const;
export const infinitives = {
  shown: 'anzuzeigen|einzublenden|aktivieren|anzeigen|einblenden|abzufragen|darzustellen|freizuschalten',
  hidden: 'auszublenden|deaktivieren|verbergen|ausblenden|verstecken|sperren|auszugrauen',
  entered:
    'auszufüllen|befüllen|anzugeben|einzutragen|beantworten|ausfüllen|hochzuladen|beizufügen|angeben|auszuwählen|wählen|einzugeben|vorzulegen|einzureichen|beizulegen|nachzuweisen|erfassen',
} as const;
