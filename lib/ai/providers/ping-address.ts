import {
  createStatusCodeErrorResponseHandler,
  getFromApi,
  type ResponseHandler,
} from '@ai-sdk/provider-utils';

/** That it answered is all we want to know. */
const ignoreBody: ResponseHandler<void> = async ({ response }) => {
  await response.body?.cancel();
  return { value: undefined };
};

/**
 * Asks a service for something small that needs our key.
 * @throws APICallError as a call of a model does
 */
export async function pingAddress(
  url: string,
  headers: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<void> {
  await getFromApi({
    url,
    headers,
    // The operator's own setting, not an address somebody gave us.
    validateUrl: false,
    abortSignal: signal,
    successfulResponseHandler: ignoreBody,
    failedResponseHandler: createStatusCodeErrorResponseHandler(),
  });
}
