/** Forms that several modules print, each from its own rows (forms.md 9 and 28). */
export { circulationForm, type CirculationPaper } from './circulation/circulation.form';
export { complaintRateForm, type ComplaintRatePaper } from './complaint-rate/complaint-rate.form';
export { complaintRate, NO_RATE, rateTotals, type RepairsOf } from './complaint-rate/complaint-rate.rules';
