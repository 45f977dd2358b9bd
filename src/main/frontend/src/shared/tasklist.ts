/** Where a task is worked on. */
export function taskAddress(id: string): string {
  return `/camunda/app/tasklist/default/#/?task=${encodeURIComponent(id)}`;
}

export function caseAddress(caseNumber: string): string {
  return `/app/cases/${encodeURIComponent(caseNumber)}`;
}
