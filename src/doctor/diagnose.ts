import type { Endpoint } from '../domain/provider.js';
import {
  CallBudgetError,
  OpenCircuitError,
  RateLimitedError,
  RejectedCredentialsError,
  TimedOutError,
  UnexpectedShapeError,
  UnexpectedStatusError,
  UnreachableError,
  UpstreamError,
} from '../errors.js';
import type { Finding } from './report.js';

/** What the cures of a source have to name. */
export interface Patient {
  readonly endpoints: readonly Endpoint[];
  /** The settings that log in, with their variables, e.g. `credentials.key (CASAVI_KEY)`. */
  readonly credentials: string;
}

/** Where it failed. */
export interface Place {
  readonly path: string | null;
  readonly login: boolean;
  /** Whether other calls with the same credentials were answered. */
  readonly isLetIn: boolean;
}

type Diagnosis = Pick<Finding, 'code' | 'message' | 'cure'>;

/** A failure as a finding; `null` for one that only follows from another. */
export function diagnose(failure: unknown, place: Place, patient: Patient): Finding | null {
  const found = diagnosisOf(failure, place, patient);
  return found && { severity: 'error', endpoint: place.path, ...found };
}

function diagnosisOf(failure: unknown, { path, login, isLetIn }: Place, patient: Patient): Diagnosis | null {
  if (!(failure instanceof UpstreamError)) {
    const name = failure instanceof Error ? failure.name : 'no error';
    return {
      code: 'INTERNAL',
      message: `the gateway failed at what it read (${name})`,
      cure: 'Report it: this is a mistake of the gateway.',
    };
  }
  const message = failure.bare;
  if (failure instanceof OpenCircuitError || failure instanceof CallBudgetError) return null;
  if (failure instanceof TimedOutError) {
    if (!failure.isTheirs) return null;
    return {
      code: 'LATENCY',
      message,
      cure: 'Raise `limits.callTimeout` and `limits.firstByteTimeout` of the source, or ask the vendor why it is slow.',
    };
  }
  if (failure instanceof RejectedCredentialsError) {
    // A right to one endpoint that is missing: the credentials are let in elsewhere.
    return refusal(message, login || (failure.cause === 401 && !isLetIn), patient);
  }
  if (failure instanceof RateLimitedError) {
    return {
      code: 'RATE',
      message,
      cure: 'Ask the vendor how many calls are allowed, and set `rates` of the source to that.',
    };
  }
  if (failure instanceof UnreachableError) {
    return {
      code: 'UNREACHABLE',
      message,
      cure: 'Ask the vendor: the host takes connections, and broke this one off.',
    };
  }
  if (failure instanceof UnexpectedShapeError) return badAnswer(failure, message, path, patient);
  if (failure instanceof UnexpectedStatusError)
    return badStatus(failure.status, message, path, login, patient);
  return { code: 'STATUS', message, cure: 'Try again later.' };
}

function refusal(message: string, areWrong: boolean, { credentials }: Patient): Diagnosis {
  if (areWrong) return { code: 'LOGIN', message, cure: `Check ${credentials}.` };
  return {
    code: 'FORBIDDEN',
    message,
    cure: 'The account lacks the right to read this: have it granted at the vendor. What it holds is missing until then.',
  };
}

function badStatus(
  status: number,
  message: string,
  path: string | null,
  login: boolean,
  patient: Patient,
): Diagnosis {
  if ([404, 405, 410].includes(status))
    return { code: 'NOT_FOUND', message, cure: cureOfPath(path, patient) };
  if (status >= 500) {
    return {
      code: 'STATUS',
      message,
      cure: 'The vendor’s server fails: try again later, then tell the vendor when.',
    };
  }
  const also = login ? `check ${patient.credentials}` : cureOfPath(path, patient);
  return { code: 'STATUS', message, cure: `The endpoint does not take what it is asked: ${also}` };
}

function badAnswer(
  { reason }: UnexpectedShapeError,
  message: string,
  path: string | null,
  patient: Patient,
): Diagnosis {
  switch (reason) {
    case 'SHAPE':
      return {
        code: 'ENVELOPE',
        message,
        cure: `The answer is JSON, but not that of this endpoint. ${cureOfPath(path, patient)}`,
      };
    case 'TOO_LARGE':
      return { code: 'CONTENT', message, cure: 'Raise `limits.maxBodyBytes` of the source.' };
    case 'TOO_DEEP':
    case 'NUMBER':
    case 'ENCODING':
      return { code: 'CONTENT', message, cure: 'Tell the vendor: its answer cannot be read by anybody.' };
    default:
      return {
        code: 'CONTENT',
        message,
        cure: `This is no answer of an API: check baseUrl, and that no proxy or login page stands before the host. ${cureOfPath(path, patient)}`,
      };
  }
}

/** What to do about a path, by how it is known. */
export function cureOfPath(path: string | null, { endpoints }: Patient): string {
  const endpoint = endpoints.find((each) => each.path === path);
  if (endpoint === undefined) return 'Check baseUrl.';
  const setting = `\`paths.${endpoint.name}\``;
  switch (endpoint.provenance) {
    case 'configured':
      return `The path is the one that ${setting} of the source sets: correct it there.`;
    case 'document':
      return `The path is as documented: check baseUrl, and whether the account has this interface; if the vendor has moved it, set ${setting} of the source.`;
    default:
      return `The path is ${endpoint.provenance === 'public' ? 'known from public code only' : endpoint.provenance}, since no document tells it: ask the vendor, and set ${setting} of the source.`;
  }
}
