import type { Auth } from '../../src/http/client.js';
import type { PigelloSettings } from './config.js';

/** Seven static headers on every call, no login (docs/pigello-accounts.txt, "Security"). */
export function createAuth({ credentials }: PigelloSettings): Auth {
  const headers = {
    'x-pigello-customer-id': credentials.customerId,
    'x-pigello-application-id': credentials.applicationId,
    'x-pigello-service-id': credentials.serviceId,
    'x-pigello-service-version-id': credentials.serviceVersionId,
    'x-pigello-client-ct': credentials.clientCt,
    // The scheme is named `client_object_id` in the document; the header is this one.
    'x-pigello-client-entity': credentials.clientEntity,
    'x-pigello-client-secret': credentials.clientSecret,
  };
  return { headers: () => Promise.resolve(headers) };
}
