import { dutyOf, type Duty } from '../../form/duty.js';
import type { Form, Position } from '../../form/form.js';
import type { Page, PageItem } from '../../form/page.js';
import type { Wording } from '../../form/wording.js';
import type { ElementText, LegalBasisView } from '../views.js';
import { labelText, pageText } from './element-text.js';
import { normsOf } from './page-norms.js';

/** What a form asks on one page. */
export interface DataCategory {
  readonly heading: ElementText;
  readonly fields: readonly DataField[];
  /** Of the page, its sections and questions, each once. */
  readonly norms: readonly LegalBasisView[];
}

interface DataField {
  /** With the headings of the sections in which it stands: "Anschrift: Straße". */
  readonly label: ElementText;
  readonly duty: Duty;
}

/** Everything that a form may ask, whatever is answered, page by page. What is neither shown nor typed is no data of the person. */
export function dataCategories(form: Form, wording: Wording): DataCategory[] {
  return form.pages.flatMap((page) => categoriesOf(page, form, wording));
}

function categoriesOf(page: Page, form: Form, wording: Wording): DataCategory[] {
  if (page.kind === 'entries') return page.pages.flatMap((inner) => categoriesOf(inner, form, wording));
  const fields = fieldsOf(page.items, [], form, wording);
  if (fields.length === 0) return [];
  const about = [...(page.group ? [page.group] : []), ...positionsOf(page.items)];
  const norms = normsOf(about.flatMap(({ node }) => node.legalBasis));
  return [{ heading: headingOf(page, wording), fields, norms }];
}

/** A page of an entry carries its list's heading too, where it has another one. */
function headingOf(page: Page, wording: Wording): ElementText {
  const own = pageText(page, wording);
  if (!page.within) return own;
  const list = headingOf(page.within, wording);
  return list.text === own.text ? own : joined(list, own);
}

function fieldsOf(items: readonly PageItem[], within: readonly ElementText[], form: Form, wording: Wording): DataField[] {
  return items.flatMap((item) => {
    const label = labelText(item.position, wording);
    if (item.kind === 'section') return fieldsOf(item.items, [...within, label], form, wording);
    if (item.kind === 'note' || item.position.node.kind !== 'field' || item.position.node.locked) return [];
    const section = within.at(-1);
    return [{ label: section ? joined(section, label) : label, duty: dutyOf(form, item.position) }];
  });
}

const joined = (outer: ElementText, inner: ElementText): ElementText => ({
  text: `${outer.text}: ${inner.text}`,
  // Only as a whole can a text be marked.
  lang: outer.lang ?? inner.lang,
});

const positionsOf = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => [item.position, ...(item.kind === 'section' ? positionsOf(item.items) : [])]);
