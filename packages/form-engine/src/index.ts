export * from './form/form-node.js';
export * from './form/form-definition.js';
export * from './form/form.js';
export * from './form/page.js';
export * from './rules/ast.js';
export * from './rules/evaluation.js';
export * from './answers/answers.js';
export * from './validation/message.js';
export * from './service-package/service-package.js';
export * from './decision/fee.js';
export * from './outputs/output-definition.js';
export { compileForm } from './form/compile-form.js';
export { instanceName, parseInstanceName } from './form/instance-name.js';
export * from './form/navigation.js';
export { isDateGroup } from './form/date-group.js';
export { isMunicipalId } from './form/municipal-id.js';
export { inSchemaOrder } from './form/schema-order.js';
export { slugOf } from './form/slug.js';
export { createWording, type Wording } from './form/wording.js';
export { evaluate } from './rules/evaluate.js';
export { identifiersOf } from './rules/identifiers-of.js';
export type { ConditionReader } from './rules/condition-reader.js';
export { compileCondition, type CompiledCondition } from './rules/compile-condition.js';
export { resolveIdentifier } from './rules/resolve.js';
export { RuleError } from './rules/rule-error.js';
export { readAnswer, countEntries, holdsAnswer, isValue } from './answers/read-answer.js';
export { setAnswer, addEntry, moveEntry, removeEntry } from './answers/write-answer.js';
export { pruneAnswers } from './answers/prune.js';
export * from './prefill/person-attribute.js';
export * from './prefill/prefilled.js';
export { deriveAttributes } from './prefill/derive-attributes.js';
export { fillIn, type FilledIn, type Offer } from './prefill/fill-in.js';
export { applicantAddress } from './prefill/applicant-address.js';
export { personFields, type PersonField } from './prefill/person-fields.js';
export { readPage, type FormPost, type PageReading } from './answers/read-page.js';
export { displayValue, germanDate } from './answers/display-value.js';
export { inputText } from './answers/input-text.js';
export { typedValue } from './answers/typed-value.js';
export { checkPage, checkForm } from './validation/check-page.js';
export { createMessage, fileSize, fileFormats } from './validation/create-message.js';
export { checkWidget } from './validation/check-widget.js';
export { checkValue } from './validation/check-value.js';
export { makeReference, checkReference } from './lifecycle/reference-number.js';
export { coSignState, contentDigest, type CoSignature, type CoSignState } from './lifecycle/co-signature.js';
export { declare, missingDeclarations, type Declared } from './lifecycle/declared.js';
export { transition, allowedEvents, isFinal } from './lifecycle/transition.js';
export {
  applicationEvents,
  applicationMachine,
  applicationStates,
  type Actor,
  type ApplicationEvent,
  type ApplicationEventType,
  type ApplicationState,
} from './lifecycle/application-machine.js';
export {
  deliveryAllows,
  deliveryMachine,
  deliveryStates,
  deliveryTransition,
  handOverSteps,
  stateOfStep,
  type DeliveryEventType,
  type DeliveryState,
  type HandOverStep,
} from './lifecycle/delivery-machine.js';
export { backOff, maxAttempts, nextAttempt, pauses, statusIntervals, waitAfter } from './lifecycle/back-off.js';
export { LifecycleError, type LifecycleErrorCode } from './lifecycle/lifecycle-error.js';
export { computeFees, entryFees, type EntryFee, type Fee, type FeeLine } from './decision/compute-fees.js';
export { isTextOutput, outputMediaTypes, renderOutput, type TextOutput } from './outputs/render-output.js';
export type { OutputMeta } from './outputs/output-meta.js';
export { PackageError, type PackageErrorCode, type PackageProblem } from './service-package/package-error.js';
export { packageFormat, readArchive, writeArchive } from './service-package/archive.js';
export { compilePackage } from './service-package/compile-package.js';
export { packageMisfits, type PackageMisfit } from './service-package/package-misfits.js';
export { readPackageFiles } from './service-package/read-package-files.js';
export { applyOverlay } from './service-package/overlay/apply-overlay.js';
export { packageSchemas } from './service-package/schemas/package-schemas.js';
export type * from './service-package/package-files.js';
export type { WorkedCase } from './service-package/worked-case.js';
export { coSignIn, declarationsIn, feesIn, serviceIn, serviceLang, type WordedDeclaration } from './service-package/service-in-language.js';
export { germanTexts } from './service-package/german-texts.js';
export { textCoverage, type Share, type TextCoverage } from './service-package/text-coverage.js';
export { runCase } from './service-package/run-case.js';
export * from './pages/index.js';
export * from './documents/index.js';
