import { AppError } from '../errors.ts';
import { readBodyBytes } from './request-input.ts';

const MAX_AUDIO_BYTES = 25 * 1024 * 1024;
/** What a form puts around its one file. */
const FORM_BYTES = 16 * 1024;
const HOW =
  'Send the sound as the field "audio" of a multipart/form-data body, or as a body of type audio/….';

/**
 * The sound in a request: the field `audio` of a form, or the whole body. At most 25 MiB; what it is must still be looked at.
 * @throws AppError `payload_too_large`, `unsupported_media_type`, `invalid_request`
 */
export async function readAudioBody(request: Request): Promise<Uint8Array> {
  const contentType = request.headers.get('content-type') ?? '';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isForm = mediaType === 'multipart/form-data';
  // Some browsers record sound into a container they call video.
  if (!isForm && !/^(audio|video)\/|^application\/octet-stream$/.test(mediaType)) {
    throw new AppError('unsupported_media_type', HOW);
  }
  const bytes = await readBodyBytes(request, MAX_AUDIO_BYTES + (isForm ? FORM_BYTES : 0));
  const audio = isForm ? await readField(bytes, contentType) : bytes;
  if (audio.byteLength > MAX_AUDIO_BYTES) {
    throw new AppError('payload_too_large', 'A recording has at most 25 MiB.');
  }
  if (audio.byteLength === 0) throw new AppError('invalid_request', 'The recording is empty.');
  return audio;
}

async function readField(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<Uint8Array> {
  const audio = await readForm(bytes, contentType).then((form) => form.get('audio'));
  if (audio instanceof Blob) return new Uint8Array(await audio.arrayBuffer());
  throw new AppError('invalid_request', HOW, {
    fields: [{ path: 'audio', message: 'The recording is missing.' }],
  });
}

async function readForm(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppError('invalid_request', 'The form cannot be read.', { cause });
  }
}
