import type { Issue, IssueState } from '../../../src/sandbox/portfolio.js';

/** The statuses of 002, "Possible statuses", by what they mean here; each list is dealt out in turn. */
const WORDS: Readonly<Record<IssueState, readonly string[]>> = {
  scheduled: ['Future'],
  open: ['New', 'SubmittedByManager', 'ToBeAssigned', 'ServicerRejected'],
  waiting: ['MoreInfo', 'MoreInfoOwner'],
  // Facilitee has no word for it: work rests until there is another quotation.
  'on-hold': ['QuotationRejected', 'MoreInfoOwner'],
  quotation: ['Quote', 'NewQuotation', 'QuotationSent'],
  assigned: ['Assigned', 'MyTask'],
  'in-progress': ['InProgress', 'QuotationAcceptedByManager', 'QuotationAccepted'],
  resolved: ['Resolved', 'ResolvedBeforeAssignmentWasAccepted'],
  closed: ['Closed'],
  rejected: ['Rejected'],
  unlisted: ['Escalated'],
};

/** The status of each issue, by key: all 20 of the document occur, and one that it does not list. */
export function issueStatuses(issues: readonly Issue[]): ReadonlyMap<string, string> {
  const dealt = new Map<IssueState, number>();
  return new Map(
    issues.map((issue) => {
      const words = WORDS[issue.state];
      const turn = dealt.get(issue.state) ?? 0;
      dealt.set(issue.state, turn + 1);
      return [issue.key, words[turn % words.length] ?? 'New'];
    }),
  );
}
