import { sendStoryRequested } from '@/inngest/send';
import {
  briefFromIllustrateRequest,
  illustrateUploadFieldsSchema,
} from '@/lib/dialects/alwrity/story-illustrator';
import { readDocument } from '@/lib/documents/read-document';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { startSuiteJob } from '@/lib/http/define-suite-routes';
import { withUpload } from '@/lib/http/read-upload';
import { readFormFields } from '@/lib/http/request-input';

/** The field `file` of a form, and the settings beside it. */
export const POST = defineRoute({ caller: 'required' }, ({ request, caller }) =>
  withUpload(request, { field: 'file' }, async ({ file, fields }) => {
    const settings = readFormFields(fields, illustrateUploadFieldsSchema);
    if (!file) {
      throw new AppError('invalid_request', 'Send the text as the field "file" of the form.', {
        fields: [{ path: 'file', message: 'The file is missing.' }],
      });
    }
    // Not the file itself: its `bytes` are a number.
    const { path, name, declaredType } = file;
    const document = await readDocument({ path, name, declaredType }, { signal: request.signal });
    const brief = briefFromIllustrateRequest(document, settings);
    return startSuiteJob('story-illustrator', brief, { caller, request }, sendStoryRequested);
  }),
);
