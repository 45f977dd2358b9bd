import { get, post, upload } from '../shared/api';
import { askedOnce } from '../shared/reader';
import type { AttachedFile, CaseFile, Offer } from './types';

function path(caseNumber: string): string {
  return `/api/cases/${encodeURIComponent(caseNumber)}`;
}

export function loadCase(caseNumber: string, signal?: AbortSignal): Promise<CaseFile> {
  return get<CaseFile>(path(caseNumber), signal ? { signal } : {});
}

export function addNote(caseNumber: string, text: string): Promise<CaseFile> {
  return post<CaseFile>(`${path(caseNumber)}/notes`, { text });
}

/** Tells the case that something has happened; the server answers the case as it is then. */
export function tell(caseNumber: string, message: string, fields: Readonly<Record<string, unknown>>): Promise<CaseFile> {
  return post<CaseFile>(`${path(caseNumber)}/messages/${encodeURIComponent(message)}`, fields);
}

export function addFile(caseNumber: string, file: File, description: string): Promise<AttachedFile> {
  const form = new FormData();
  form.append('file', file);
  if (description) {
    form.append('description', description);
  }
  return upload<AttachedFile>(`${path(caseNumber)}/attachments`, form);
}

export function fileAddress(caseNumber: string, id: string): string {
  return `${path(caseNumber)}/attachments/${encodeURIComponent(id)}`;
}

export function readLetter(id: string, signal?: AbortSignal): Promise<{ readonly body: string }> {
  return get<{ body: string }>(`/api/letters/${encodeURIComponent(id)}`, signal ? { signal } : {});
}

/** What cases understand, and what this person may start: it changes with a release or with the person, so it is asked once. */
export const offers: () => Promise<readonly Offer[]> = askedOnce(() => get<readonly Offer[]>('/api/processes'));
