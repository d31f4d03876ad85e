import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { setFavourite } from '@/lib/story/favourites';

const params = z.object({ storyId: z.uuid() });

export const PUT = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  setFavourite(caller.client, params.storyId, true),
);

export const DELETE = defineRoute({ params, caller: 'required' }, ({ params, caller }) =>
  setFavourite(caller.client, params.storyId, false),
);
