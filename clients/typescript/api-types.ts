// Written by `npm run api:types` from /api/openapi.json. Not to be edited.

export interface components {
  schemas: {
    GenerateStoryRequest: { "prompt": string; "age_group"?: "3-5" | "6-8" | "9-12"; "num_illustrations"?: number; "generate_images"?: boolean; "generate_videos"?: boolean; "webhook_url"?: string | null; "target_length"?: number; "reader_id"?: string; "bedtime"?: boolean; "tone"?: "gentle" | "adventurous" | "funny" | "mysterious" | "dreamy" | "heartwarming" | "suspenseful" | "uplifting" | "dark" | "whimsical"; "theme"?: string; "setting"?: string; "characters"?: (string)[]; "style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel"; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "voice"?: "rosie" | "oliver" | "angus"; "generate_narration"?: boolean; "generate_film"?: boolean; "film_resolution"?: "720p" | "1080p"; "film_fps"?: 25 | 30; "seconds_per_scene"?: number; "transition"?: "cut" | "crossfade" | "page-turn"; "burned_captions"?: boolean; "max_cost_usd"?: number; "models"?: { "text"?: string; "picture"?: string; "speech"?: string; "video"?: string }; "seed"?: number };
    DreamFlowRequest: { "prompt": string; "theme"?: string | null; "target_length"?: number | null; "voice"?: string | null; "num_scenes"?: number | null; "profile"?: { "mood"?: string | null; "routine"?: string | null; "preferences"?: (string)[] | null; "favorite_characters"?: (string)[] | null; "calming_elements"?: (string)[] | null } | null };
    StoryMimiRequest: { "prompt": string; "title"?: string | null; "style"?: string | null; "num_scenes"?: number | null; "user_id"?: string | null };
    WriteStoryRequest: { "persona"?: string | null; "story_setting"?: string | null; "character_input"?: string | null; "plot_elements"?: string | null; "writing_style"?: string | null; "story_tone"?: string | null; "narrative_pov"?: string | null; "audience_age_group"?: string | null; "content_rating"?: string | null; "ending_preference"?: string | null; "title"?: string | null; "num_chapters"?: number; "target_length"?: number; "generate_images"?: boolean | string; "generate_narration"?: boolean | string; "generate_video"?: boolean | string; "illustration_style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel"; "voice"?: "rosie" | "oliver" | "angus"; "reader_id"?: string; "bedtime"?: boolean | string; "seed"?: number };
    WriteStoriesRequest: { "stories": (components["schemas"]["WriteStoryRequest"])[] };
    IllustrateRequest: { "story_input": { "text"?: string; "url"?: string; "title"?: string | null }; "settings"?: { "style"?: string | null; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "quality"?: string | null; "max_illustrations"?: number; "title"?: string | null; "audience_age_group"?: string | null } };
    MakeVideoRequest: { "story_text": string; "title"?: string | null; "illustration_style"?: string | null; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "max_scenes"?: number; "duration_per_scene"?: number; "audience_age_group"?: string | null; "narration"?: boolean | string; "voice"?: "rosie" | "oliver" | "angus"; "captions"?: boolean | string; "transition"?: "cut" | "crossfade" | "page-turn"; "resolution"?: "720p" | "1080p"; "fps"?: 25 | 30 };
    ChatRequest: { "text": string; "session_id"?: string | null; "project_id"?: string | null; "user_id"?: string | null; "message_id"?: string | null };
    SnapshotInput: { "characters"?: ({ "name": string; "description"?: string; "relationships"?: (string)[]; "character_arc"?: string | null })[]; "themes"?: (string)[]; "locations"?: (string)[]; "plot_points"?: (string)[]; "title"?: string; "tone"?: "gentle" | "adventurous" | "funny" | "mysterious" | "dreamy" | "heartwarming" | "suspenseful" | "uplifting" | "dark" | "whimsical" | null; "age_group"?: "3-5" | "6-8" | "9-12" | null; "style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel" | null; "num_scenes"?: number | null };
    LoginRequest: { "email": string; "password": string; "user_id"?: string | null };
    RefreshRequest: { "refresh_token": string };
    CreateReaderRequest: { "name": string; "age_group": "3-5" | "6-8" | "9-12"; "mood"?: string; "routine"?: string; "preferences"?: (string)[]; "favourite_characters"?: (string)[]; "calming_elements"?: (string)[] };
    CreateApiKeyRequest: { "name": string; "scopes"?: ("read" | "write")[] };
    CreateWebhookRequest: { "url": string; "description"?: string; "event_types"?: ("story.completed" | "story.failed" | "story.cancelled" | "story.approved")[] };
    Problem: { "type": string; "title": string; "status": number; "detail"?: string; "code": string; "rule"?: string; "errors"?: ({ "path": string; "message": string })[]; "current"?: { [key: string]: unknown }; "request_id"?: string };
    JobAccepted: { "job_id": string; "story_id": string; "status": "pending"; "message": string };
    Job: { "job_id": string; "kind": "story" | "mend"; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "story_id": string | null; "error": string | null; "created_at": string; "updated_at": string; "error_code": string | null; "stage": "waiting" | "writing" | "illustrating" | "filming" | "done"; "progress": number; "warnings": ({ "code": string; "message": string; "scene"?: number; "part"?: "picture" | "narration" | "video" })[]; "started_at": string | null; "finished_at": string | null; "title": string; "prompt": string; "age_group": "3-5" | "6-8" | "9-12"; "num_scenes": number; "review": "none" | "waiting" | "approved" | "declined"; "parts": ("text" | "pictures" | "narration" | "film" | "clips")[]; "time_left_ms": number | null };
    JobList: { "jobs": ({ "job_id": string; "kind": "story" | "mend"; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "story_id": string | null; "error": string | null; "created_at": string; "updated_at": string; "error_code": string | null; "stage": "waiting" | "writing" | "illustrating" | "filming" | "done"; "progress": number; "warnings": ({ "code": string; "message": string; "scene"?: number; "part"?: "picture" | "narration" | "video" })[]; "started_at": string | null; "finished_at": string | null; "title": string; "prompt": string; "age_group": "3-5" | "6-8" | "9-12"; "num_scenes": number; "review": "none" | "waiting" | "approved" | "declined"; "parts": ("text" | "pictures" | "narration" | "film" | "clips")[]; "time_left_ms": number | null; "cost_micros": number })[]; "total": number; "next_cursor": string | null };
    JobEvent: { "id": number; "type": "status" | "stage" | "story" | "picture" | "narration" | "audio" | "video" | "clip" | "film" | "warning"; "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "stage": "waiting" | "writing" | "illustrating" | "filming" | "done"; "progress": number; "created_at": string; "scene"?: number; "scene_progress"?: number; "message"?: string; "code"?: string; "time_left_ms"?: number | null };
    Story: { "id": string; "title": string; "content": string; "age_group": "3-5" | "6-8" | "9-12"; "prompt": string; "created_at": string; "language": string; "favourite": boolean; "images": ({ "id": string; "prompt_used": string; "scene_description": string; "display_order": number; "image_url": string })[]; "videos": ({ "id": string; "prompt_used": string; "scene_description": string; "display_order": number; "video_url": string; "model": string })[]; "status": "draft" | "making" | "ready" | "failed"; "job_id": string | null; "version": number; "mending_job_id": string | null; "project_id": string; "session_id": string | null; "reader_id": string | null; "review": "none" | "waiting" | "approved" | "declined"; "sequel_of": { "id": string; "title": string } | null; "premise": string; "outline": (string)[]; "moral": string; "theme": string; "style": "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel"; "aspect_ratio": "16:9" | "9:16" | "1:1" | "4:3"; "voice": "rosie" | "oliver" | "angus"; "seed": number; "seconds_per_scene": number | null; "reading": { "words": number; "sentences": number; "grade": number; "mean_sentence_length": number | null; "spache": number | null; "dale_chall": number | null; "share_outside_age_list": number | null; "band": "in_band" | "too_hard" | "too_easy" | null; "hard_words": ({ "word": string; "meaning": string })[] } | null; "characters": (components["schemas"]["Character"])[]; "scenes": (components["schemas"]["Scene"])[]; "film": components["schemas"]["Film"] | null; "audio": { "audio_url": string; "duration_ms": number; "bytes": number; "version": number } | null; "models": { "text": string | null; "picture": string | null; "speech": string | null }; "share_id": string | null };
    StorySummary: { "id": string; "title": string; "age_group": "3-5" | "6-8" | "9-12"; "prompt": string; "created_at": string; "num_images": number; "status": "draft" | "making" | "ready" | "failed"; "job_id": string | null; "project_id": string; "session_id": string | null; "reader_id": string | null; "review": "none" | "waiting" | "approved" | "declined"; "cover_url": string | null; "duration_ms": number | null; "style": "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel"; "language": string; "favourite": boolean; "num_scenes": number; "share_id": string | null };
    StoryList: { "stories": (components["schemas"]["StorySummary"])[]; "total": number; "languages": (string)[]; "next_cursor": string | null };
    Scene: { "id": string; "display_order": number; "title": string; "text": string; "scene_description": string; "image_url": string | null; "image_width": number | null; "image_height": number | null; "audio_url": string | null; "video_url": string | null; "duration_ms": number | null; "words": ({ "text": string; "start_ms": number; "end_ms": number })[]; "revision": number; "picture_note": string; "voice": "rosie" | "oliver" | "angus" };
    Character: { "id": string; "name": string; "kind": string; "role": "hero" | "companion" | "other"; "pronoun": "she" | "he" | "they" | "it"; "description": string; "outfit": string; "palette"?: (string)[]; "seed": number; "picture_url": string | null };
    Film: { "video_url": string; "captions_url": string; "poster_url": string | null; "duration_ms": number; "width": number; "height": number; "bytes": number; "version": number };
    Manifest: { "story_id": string; "title": string; "updated_at": string; "total_bytes": number; "files": ({ "role": "film" | "captions" | "poster" | "audio" | "picture" | "character" | "narration" | "clip" | "video" | "music"; "scene": number | null; "name": string; "url": string; "bytes": number; "sha256": string; "media_type": string; "etag": string; "duration_ms": number | null })[] };
    DreamFlowStory: { "story_text": string; "theme": string; "assets": { "audio": string | null; "video": string | null; "frames": (string)[] }; "title": string; "story_id": string; "job_id": string | null };
    StoryMimiStory: { "story_id": string; "title": string; "status": "pending" | "processing" | "completed" | "failed"; "user_id": string; "created_at": string; "job_id": string; "job_status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "updated_at": string };
    StoryMimiStatus: { "story_id": string; "title": string; "status": "pending" | "processing" | "completed" | "failed"; "user_id": string; "created_at": string; "job_id": string; "job_status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "updated_at": string; "stage": string; "progress": number; "error": string | null };
    StoryMimiDetail: { "story_id": string; "title": string; "status": "pending" | "processing" | "completed" | "failed"; "user_id": string; "created_at": string; "job_id": string; "job_status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "updated_at": string; "scenes": ({ "scene_id": string; "sequence": number; "text": string; "image_url": string | null; "audio_url": string | null })[] };
    SuiteJobAccepted: { "job_id": string; "status": "pending"; "message": string };
    SuiteJob: { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string; "title": string; "created_at": string; "updated_at": string; "completed_at": string | null; "error": string | null };
    SuiteJobList: { "jobs": (components["schemas"]["SuiteJob"])[]; "total": number };
    SuiteBatch: { "batch_id": string; "total": number; "completed": number; "failed": number; "jobs": (components["schemas"]["SuiteJob"])[] };
    WrittenStory: { "story_id": string; "title": string; "premise": string; "outline": (string)[]; "story": string; "chapters": ({ "chapter_number": number; "title": string; "content": string })[]; "word_count": number };
    IllustratedStory: { "story_id": string; "title": string; "style": string; "aspect_ratio": "16:9" | "9:16" | "1:1" | "4:3"; "illustrations": ({ "index": number; "scene_text": string; "scene_description": string; "prompt": string; "image_url": string; "width": number | null; "height": number | null })[]; "total_illustrations": number; "download_url": string };
    VideoScene: { "scene_index": number; "title": string; "text": string; "description": string; "illustration_prompt": string; "illustration_url": string | null; "audio_url": string | null; "duration": number };
    VideoStory: { "story_id": string; "title": string; "scenes": (components["schemas"]["VideoScene"])[]; "total_scenes": number; "total_duration": number; "video_url": string | null; "captions_url": string | null; "poster_url": string | null };
    ChatSession: { "session_id": string; "user_id": string; "project_id": string; "title": string; "created_at": string; "updated_at": string; "last_message_at": string | null; "is_active": true; "message_count": number };
    ChatMessage: { "message_id": string; "session_id": string; "role": "user" | "assistant"; "content": string; "created_at": string; "updated_at": string; "turn_id": string; "metadata": { [key: string]: unknown }; "status": "complete" | "streaming" | "stopped" | "failed"; "error": { "code": string; "message": string } | null; "parts": ({ "type": string } & { [key: string]: unknown })[] };
    ChatEvent: { "id": number; "session_id": string; "created_at": string; "type": "message"; "message": components["schemas"]["ChatMessage"] } | { "id": number; "session_id": string; "created_at": string; "type": "answer-started"; "message": components["schemas"]["ChatMessage"] } | { "id": number; "session_id": string; "created_at": string; "type": "chunks"; "message_id": string; "text": string; "chunks": ({ "type": string } & { [key: string]: unknown })[] } | { "id": number; "session_id": string; "created_at": string; "type": "answer-ended"; "message": components["schemas"]["ChatMessage"] } | { "id": number; "session_id": string; "created_at": string; "type": "messages-removed"; "message_ids": (string)[] } | { "id": number; "session_id": string; "created_at": string; "type": "dossier"; "project_id": string; "version": number; "changes": (string)[]; "changed_by": "conversation" | "person" | "restore"; "message_id": string | null } | { "id": number; "session_id": string; "created_at": string; "type": "title"; "title": string } | { "id": number; "session_id": string; "created_at": string; "type": "story"; "job_id": string; "story_id": string };
    ChatChunk: { "type": "text"; "content": string } | { "type": "metadata"; "metadata": { "session_id": string; "project_id": string; "dossier_updated": boolean } } | { "type": "error"; "code": string; "message": string } | { "type": "done" };
    ChatAnswer: { "content": string; "answer_id": string; "metadata"?: { "session_id": string; "project_id": string; "dossier_updated": boolean }; "error"?: { "code": string; "message": string } };
    Snapshot: { "characters": ({ "name": string; "description": string; "relationships": (string)[]; "character_arc"?: string | null })[]; "themes": (string)[]; "locations": (string)[]; "plot_points": (string)[]; "title": string; "tone"?: "gentle" | "adventurous" | "funny" | "mysterious" | "dreamy" | "heartwarming" | "suspenseful" | "uplifting" | "dark" | "whimsical" | null; "age_group"?: "3-5" | "6-8" | "9-12" | null; "style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel" | null; "num_scenes"?: number | null };
    Dossier: { "project_id": string; "user_id": string; "snapshot_json": components["schemas"]["Snapshot"]; "created_at": string; "updated_at": string; "version": number };
    DossierVersion: { "version": number; "changes": (string)[]; "changed_by": "conversation" | "person" | "restore"; "created_at": string; "snapshot_json": components["schemas"]["Snapshot"] };
    Project: { "project_id": string; "title": string; "created_at": string; "updated_at": string; "dossier_version": number | null; "sessions": ({ "session_id": string; "title": string; "created_at": string; "last_message_at": string | null; "message_count": number })[]; "stories": (components["schemas"]["StorySummary"])[] };
    Session: { "access_token": string; "refresh_token": string; "expires_in": number; "user_id": string };
    TokenSession: { "access_token": string; "refresh_token": string; "expires_in": number; "user_id": string; "token_type": "bearer"; "user": { "user_id": string; "email": string | null; "is_guest": boolean } };
    Profile: { "user_id": string; "email": string | null; "display_name": string; "avatar_url": string | null; "created_at": string; "updated_at": string };
    Household: { "time_zone": string; "avoid_topics": ("ghosts-and-monsters" | "magic-and-witches" | "fights-and-battles" | "death-and-loss" | "illness-and-hospital" | "family-break-up" | "romance" | "religion" | "scary-animals" | "natural-disasters")[]; "daily_limit": number | null; "require_approval": boolean; "bedtime": { "from": string; "to": string } | null; "approval_is_required_here": boolean; "begun_today": number; "day_ends_at": string; "is_bedtime": boolean; "has_pin": boolean; "is_grown_up": boolean };
    Reader: { "id": string; "name": string; "age_group": "3-5" | "6-8" | "9-12"; "mood": string; "routine": string; "preferences": (string)[]; "favourite_characters": (string)[]; "calming_elements": (string)[]; "created_at": string; "updated_at": string };
    ApiKey: { "id": string; "name": string; "prefix": string; "scopes": ("read" | "write")[]; "created_at": string; "last_used_at": string | null; "revoked_at": string | null };
    CreatedApiKey: { "id": string; "name": string; "prefix": string; "scopes": ("read" | "write")[]; "created_at": string; "last_used_at": string | null; "revoked_at": string | null; "key": string };
    Webhook: { "id": string; "url": string; "description": string; "event_types": ("story.completed" | "story.failed" | "story.cancelled" | "story.approved")[]; "enabled": boolean; "disabled_reason": "gone" | "owner" | null; "disabled_at": string | null; "created_at": string; "updated_at": string };
    CreatedWebhook: { "id": string; "url": string; "description": string; "event_types": ("story.completed" | "story.failed" | "story.cancelled" | "story.approved")[]; "enabled": boolean; "disabled_reason": "gone" | "owner" | null; "disabled_at": string | null; "created_at": string; "updated_at": string; "secret": string };
    WebhookSecrets: { "secret": string; "secrets": ({ "secret": string; "created_at": string; "expires_at": string | null })[] };
    Delivery: { "id": string; "webhook_id": string; "type": string; "endpoint_id": string | null; "job_id": string | null; "url": string; "state": "pending" | "delivered" | "failed"; "attempts": number; "next_attempt_at": string | null; "last_status": number | null; "last_error": string | null; "created_at": string; "delivered_at": string | null };
    DeliveryDetail: { "id": string; "webhook_id": string; "type": string; "endpoint_id": string | null; "job_id": string | null; "url": string; "state": "pending" | "delivered" | "failed"; "attempts": number; "next_attempt_at": string | null; "last_status": number | null; "last_error": string | null; "created_at": string; "delivered_at": string | null; "payload": { [key: string]: unknown }; "log": ({ "at": string; "url": string; "status": number | null; "error": string | null; "duration_ms": number })[] };
    DeliveryList: { "deliveries": (components["schemas"]["Delivery"])[]; "next_cursor": string | null };
    StoryEvent: { "type": "story.completed" | "story.failed" | "story.cancelled" | "story.approved"; "timestamp": string; "data": { "job_id": string; "story_id": string | null; "status": "completed" | "failed" | "cancelled"; "review": "none" | "waiting" | "approved" | "declined"; "title": string; "error": string | null; "error_code": string | null; "created_at": string; "finished_at": string } };
  };
}

type Problem = { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };

export interface paths {
  "/api/v1/stories/generate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["GenerateStoryRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/quote": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["GenerateStoryRequest"] } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "currency": "USD"; "total_micros": number; "expected_micros": number; "items": ({ "modality": "text" | "chat" | "dossier" | "picture" | "speech" | "video" | "transcription" | "moderation"; "model": string; "calls": number; "units": { [key: string]: number }; "cost_micros": number; "is_guess": boolean })[]; "caps": { "story_micros": number | null; "user_day_left_micros": number | null; "installation_day_left_micros": number | null }; "is_allowed": boolean } } };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "status"?: "pending" | "processing" | "completed" | "failed" | "cancelled"; "kind"?: "story" | "mend"; "text"?: string; "after"?: string; "before"?: string; "sort"?: "newest" | "oldest" | "longest"; "cursor"?: string }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobList"] } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "status"?: "pending" | "processing" | "completed" | "failed" | "cancelled"; "kind"?: "story" | "mend"; "text"?: string; "after"?: string; "before"?: string; "sort"?: "newest" | "oldest" | "longest"; "cursor"?: string }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs/summary": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "queue": { "waiting": number; "running": number }; "installation": { "waiting": number; "running": number } | null; "completed": number; "failed": number; "cancelled": number; "failures": ({ "code": string; "times": number; "last_at": string; "last_job_id": string })[]; "stages": ({ "kind": "story" | "mend"; "stage": "writing" | "illustrating" | "filming"; "jobs": number; "median_ms": number; "p90_ms": number; "median_ms_per_page": number })[]; "dashboard_url": string | null } } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs/{jobId}/retry": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs/{jobId}/events": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "last_event_id"?: number }; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": components["schemas"]["JobEvent"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "cursor"?: string; "status"?: "completed" | "all" | "making" | "failed" | "any"; "id"?: string | (string)[]; "review"?: "none" | "waiting" | "approved" | "declined"; "reader_id"?: string; "q"?: string; "age_group"?: string | (string)[]; "style"?: string | (string)[]; "language"?: string | (string)[]; "favourite"?: "true" | "false"; "sort"?: "newest" | "oldest" | "title" | "changed" | "longest" }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["StoryList"] } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "cursor"?: string; "status"?: "completed" | "all" | "making" | "failed" | "any"; "id"?: string | (string)[]; "review"?: "none" | "waiting" | "approved" | "declined"; "reader_id"?: string; "q"?: string; "age_group"?: string | (string)[]; "style"?: string | (string)[]; "language"?: string | (string)[]; "favourite"?: "true" | "false"; "sort"?: "newest" | "oldest" | "title" | "changed" | "longest" }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Story"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "title": string; "version"?: number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/v1/stories/{storyId}/favourite": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      parameters: { query?: never; header?: never; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "favourite": boolean } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "favourite": boolean } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/duplicate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Story"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
        507: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/sequel": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "prompt": string; "age_group"?: "3-5" | "6-8" | "9-12"; "num_illustrations"?: number; "generate_images"?: boolean; "generate_videos"?: boolean; "webhook_url"?: string | null; "target_length"?: number; "reader_id"?: string; "bedtime"?: boolean; "tone"?: "gentle" | "adventurous" | "funny" | "mysterious" | "dreamy" | "heartwarming" | "suspenseful" | "uplifting" | "dark" | "whimsical"; "theme"?: string; "setting"?: string; "characters"?: (string)[]; "style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel"; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "voice"?: "rosie" | "oliver" | "angus"; "generate_narration"?: boolean; "generate_film"?: boolean; "film_resolution"?: "720p" | "1080p"; "film_fps"?: 25 | 30; "seconds_per_scene"?: number; "transition"?: "cut" | "crossfade" | "page-turn"; "burned_captions"?: boolean; "max_cost_usd"?: number; "models"?: { "text"?: string; "picture"?: string; "speech"?: string; "video"?: string }; "seed"?: number } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/share": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "share_id": string | null; "url": string | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "share_id": string | null; "url": string | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head: {
      parameters: { query?: never; header?: never; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/scenes/{sceneId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string; "sceneId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string; "sceneId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "text"?: string; "title"?: string; "revision": number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/v1/stories/{storyId}/scenes/{sceneId}/redo": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string; "sceneId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "part": "picture"; "note"?: string; "revision"?: number } | { "part": "voice"; "voice"?: "rosie" | "oliver" | "angus"; "revision"?: number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/scenes/order": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "scene_ids": (string)[]; "version": number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/versions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "versions": ({ "number": number; "created_at": string; "change": "made" | "title" | "text" | "picture" | "voice" | "delete" | "order" | "restore"; "page": number | null; "scene_id": string | null; "note": string | null; "voice": "rosie" | "oliver" | "angus" | null; "restored": number | null; "title": string; "num_scenes": number; "before": { "title": string; "text": string } | null; "after": { "title": string; "text": string } | null; "is_current": boolean })[] } } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/versions/{number}/restore": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string; "number": number }; cookie?: never };
      requestBody?: { content: { "application/json": { "version": number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "version": number; "job_id": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/jobs/{jobId}/calls": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "job_id": string; "currency": "USD"; "total_micros": number; "may_be_billed_micros": number; "quoted_micros": number | null; "cap_micros": number | null; "calls": ({ "id": string; "step": string; "modality": string; "provider": string; "model": string; "label": string; "attempt": number; "status": "reserved" | "settled" | "failed" | "lost"; "units": { [key: string]: number }; "cost_micros": number; "reserved_micros": number; "is_cached": boolean; "is_free": boolean; "error_code": string | null; "error_message": string | null; "created_at": string; "finished_at": string | null })[]; "paused_providers": ({ "provider": string; "label": string; "until": string })[] } } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/usage": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "currency": "USD"; "day": string; "spent_micros": number; "expected_micros": number; "caps": { "story_micros": number | null; "user_day_micros": number | null; "left_micros": number | null } } } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/safety/decisions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "cursor"?: string; "action"?: "refused" | "masked" | "repair_asked" | "softened" | "failed" | "left_out" | "flagged"; "job_id"?: string }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "decisions": ({ "id": string; "created_at": string; "action": "refused" | "masked" | "repair_asked" | "softened" | "failed" | "left_out" | "flagged"; "rule": string; "message": string | null; "place": string; "door": string; "text_hash": string; "story_id": string | null; "job_id": string | null })[]; "next_cursor": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/images/stories/{storyId}/{file}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "download"?: "1"; "w"?: "320" | "640" | "960" | "1280" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "image/png": Blob; "image/jpeg": Blob; "image/webp": Blob } };
        206: { headers: Record<string, unknown>; content: { "image/png": Blob; "image/jpeg": Blob; "image/webp": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "download"?: "1"; "w"?: "320" | "640" | "960" | "1280" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        206: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/videos/stories/{storyId}/{file}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "video/mp4": Blob } };
        206: { headers: Record<string, unknown>; content: { "video/mp4": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        206: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/audio/stories/{storyId}/{file}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "audio/wav": Blob; "audio/mp4": Blob; "audio/mpeg": Blob } };
        206: { headers: Record<string, unknown>; content: { "audio/wav": Blob; "audio/mp4": Blob; "audio/mpeg": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        206: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/captions/stories/{storyId}/{file}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/vtt": Blob } };
        206: { headers: Record<string, unknown>; content: { "text/vtt": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "download"?: "1" }; header?: Record<string, string>; path: { "storyId": string; "file": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        206: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/manifest": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Manifest"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/stories/{storyId}/download": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/zip": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/household": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Household"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "confirm": "erase everything" } } };
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "time_zone"?: string; "avoid_topics"?: ("ghosts-and-monsters" | "magic-and-witches" | "fights-and-battles" | "death-and-loss" | "illness-and-hospital" | "family-break-up" | "romance" | "religion" | "scary-animals" | "natural-disasters")[]; "daily_limit"?: number | null; "require_approval"?: boolean; "bedtime"?: { "from": string; "to": string } | null } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Household"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/v1/household/export": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/zip": Blob } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/household/pin": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "pin": string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "token": string | null; "expires_at": string } } };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: { content: { "application/json": { "password"?: string } } };
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/household/unlock": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "pin": string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "token": string | null; "expires_at": string } } };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/household/lock": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/readers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "readers": (components["schemas"]["Reader"])[] } } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["CreateReaderRequest"] } };
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Reader"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/v1/readers/{readerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "readerId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Reader"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "readerId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "readerId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path: { "readerId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "name"?: string; "age_group"?: "3-5" | "6-8" | "9-12"; "mood"?: string; "routine"?: string; "preferences"?: (string)[]; "favourite_characters"?: (string)[]; "calming_elements"?: (string)[] } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Reader"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/v1/stories/{storyId}/approval": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "decision": "approve" | "decline" } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "story_id": string; "review": "none" | "waiting" | "approved" | "declined"; "reviewed_at": string | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/story": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["DreamFlowRequest"] } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DreamFlowStory"] } };
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/story/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "id": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DreamFlowStory"] } };
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/stories": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["StoryMimiRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["StoryMimiStory"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/stories/{storyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["StoryMimiDetail"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/stories/{storyId}/status": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["StoryMimiStatus"] } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "storyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/users/{userId}/stories": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "cursor"?: string }; header?: Record<string, string>; path: { "userId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": (components["schemas"]["StoryMimiStory"])[] } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "cursor"?: string }; header?: Record<string, string>; path: { "userId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/users": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "user_id"?: string | null; "email"?: string | null; "password"?: string | null; "display_name"?: string | null; "avatar_url"?: string | null } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Profile"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/users/{userId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "userId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Profile"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/generate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["WriteStoryRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/generate-sync": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WrittenStory"] } };
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/batch": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["WriteStoriesRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteBatch"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/batch/{batchId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "batchId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteBatch"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/status/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string; "title": string; "created_at": string; "updated_at": string; "completed_at": string | null; "error": string | null; "result": components["schemas"]["WrittenStory"] | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/stream/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/jobs/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJob"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/jobs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "status"?: "pending" | "processing" | "completed" | "failed" | "cancelled" }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobList"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-writer/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": "healthy"; "service": string; "models": { [key: string]: string } } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/generate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["IllustrateRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/upload-file": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "multipart/form-data": { "style"?: string | null; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "quality"?: string | null; "max_illustrations"?: number; "title"?: string | null; "audience_age_group"?: string | null; "file": Blob } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/generate-from-url": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query: { "url": string; "style"?: string | null; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "quality"?: string | null; "max_illustrations"?: number; "title"?: string | null; "audience_age_group"?: string | null }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/illustration/{jobId}/{index}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string; "index": number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "image/png": Blob; "image/jpeg": Blob; "image/webp": Blob } };
        206: { headers: Record<string, unknown>; content: { "image/png": Blob; "image/jpeg": Blob; "image/webp": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        416: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/download/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/zip": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        304: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/status/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string; "title": string; "created_at": string; "updated_at": string; "completed_at": string | null; "error": string | null; "result": components["schemas"]["IllustratedStory"] | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/stream/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/jobs/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJob"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/jobs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "status"?: "pending" | "processing" | "completed" | "failed" | "cancelled" }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobList"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-illustrator/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": "healthy"; "service": string; "models": { [key: string]: string } } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/generate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["MakeVideoRequest"] } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/generate-scenes-only": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query: { "story_text": string; "title"?: string | null; "illustration_style"?: string | null; "aspect_ratio"?: "16:9" | "9:16" | "1:1" | "4:3"; "max_scenes"?: number; "duration_per_scene"?: number; "audience_age_group"?: string | null }; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["VideoStory"] } };
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/scene/{jobId}/{sceneIndex}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string; "sceneIndex": number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "scene_index": number; "title": string; "text": string; "description": string; "illustration_prompt": string; "illustration_url": string | null; "audio_url": string | null; "duration": number; "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled" } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/status/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string; "title": string; "created_at": string; "updated_at": string; "completed_at": string | null; "error": string | null; "result": components["schemas"]["VideoStory"] | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/stream/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": { "job_id": string; "status": "pending" | "processing" | "completed" | "failed" | "cancelled"; "progress": number; "message": string } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/jobs/{jobId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "jobId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJob"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/jobs": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number; "status"?: "pending" | "processing" | "completed" | "failed" | "cancelled" }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuiteJobList"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/story-video-generator/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": "healthy"; "service": string; "models": { [key: string]: string } } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/chat": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["ChatRequest"] | { "id": string; "project_id"?: string | null; "trigger"?: "submit-message" | "regenerate-message"; "message_id"?: string | null; "message"?: { "id": string; "role": "user"; "parts": ({ "type": "text"; "text": string })[] } | null } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": components["schemas"]["ChatChunk"]; "application/json": components["schemas"]["ChatAnswer"] } };
        202: { headers: Record<string, unknown>; content: { "application/json": { "session_id": string; "project_id": string; "message_id": string | null; "answer_id": string } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/chat/{sessionId}/stream": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": { "type": string } & { [key: string]: unknown } } };
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "query"?: string; "user_id"?: string; "limit"?: number; "offset"?: number; "cursor"?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": (components["schemas"]["ChatSession"])[] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/migrate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "temp_user_id": string; "permanent_user_id": string; "temp_access_token"?: string | null } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "success": true; "temp_user_id": string; "permanent_user_id": string; "migrated_sessions": number; "migrated_dossiers": number; "migrated_stories": number } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/{sessionId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ChatSession"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "message": string; "success": true } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch: {
      parameters: { query?: never; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "title": string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ChatSession"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/sessions/{sessionId}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number }; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": (components["schemas"]["ChatMessage"])[] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/{sessionId}/messages/{messageId}/audio": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "voice"?: "rosie" | "oliver" | "angus" }; header?: Record<string, string>; path: { "sessionId": string; "messageId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "audio/wav": Blob; "audio/mpeg": Blob } };
        304: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        502: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/{sessionId}/events": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "after"?: number }; header?: Record<string, string>; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/event-stream": components["schemas"]["ChatEvent"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/{sessionId}/stop": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { "sessionId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "answer_id": string | null } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/sessions/{sessionId}/story": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "sessionId": string }; cookie?: never };
      requestBody?: { content: { "application/json": { "title"?: string | null; "num_scenes"?: number | null; "tone"?: "gentle" | "adventurous" | "funny" | "mysterious" | "dreamy" | "heartwarming" | "suspenseful" | "uplifting" | "dark" | "whimsical" | null; "age_group"?: "3-5" | "6-8" | "9-12" | null; "style"?: "storybook" | "watercolour" | "paper" | "night" | "crayon" | "pastel" | null; "voice"?: "rosie" | "oliver" | "angus" | null; "reader_id"?: string | null; "bedtime"?: boolean | null } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["JobAccepted"] } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/conversation/{userId}/history": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number }; header?: never; path: { "userId": "me" | string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": ({ "id": string; "user_id": string; "transcript_text": string; "requirements_extracted": { [key: string]: unknown }; "created_at": string })[] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/conversation/{userId}/transcripts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { "userId": "me" | string }; cookie?: never };
      requestBody: { content: { "application/json": { "text": string; "requirements"?: { "title"?: string | null; "prompt"?: string | null; "style"?: string | null; "num_scenes"?: number | null } & { [key: string]: unknown } | null } } };
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": { "id": string; "user_id": string; "transcript_text": string; "requirements_extracted": { [key: string]: unknown }; "created_at": string; "status": "saved" } } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/conversation/tickets": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": { "ticket": string; "expires_in": number; "user_id": string; "url": string } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/transcribe": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "available": boolean } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "audio/webm": Blob; "audio/ogg": Blob; "audio/mp4": Blob; "audio/wav": Blob; "audio/mpeg": Blob; "audio/flac": Blob } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "text": string; "language"?: string; "duration_seconds"?: number } } };
        400: Problem;
        401: Problem;
        402: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        501: Problem;
        502: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/dossier": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": ({ "project_id": string; "title": string; "character_count": number; "theme_count": number; "updated_at": string })[] } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "project_id"?: string; "snapshot_json"?: components["schemas"]["SnapshotInput"] } } };
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Dossier"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/dossier/{projectId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "projectId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Dossier"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put: {
      parameters: { query?: never; header?: Record<string, string>; path: { "projectId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "snapshot_json": components["schemas"]["SnapshotInput"]; "base_version"?: number } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Dossier"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { "projectId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "message": string } } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/dossier/{projectId}/versions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "projectId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": (components["schemas"]["DossierVersion"])[] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/dossier/{projectId}/versions/{version}/restore": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { "projectId": string; "version": number }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Dossier"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/projects": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "offset"?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "projects": ({ "project_id": string; "title": string; "created_at": string; "updated_at": string; "dossier_version": number | null; "session_count": number; "story_count": number })[]; "total": number } } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/projects/{projectId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "projectId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Project"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/guest": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Session"] } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/login": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["LoginRequest"] } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["TokenSession"] } };
        400: Problem;
        401: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/refresh": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["RefreshRequest"] } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["TokenSession"] } };
        400: Problem;
        401: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/logout": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "success": true } } };
        401: Problem;
        403: Problem;
        409: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/me": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "user_id": string; "email": string | null; "is_guest": boolean } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/sign-up": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "email": string; "password": string; "display_name"?: string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "user_id": string; "email": string; "needs_confirmation": boolean } } };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/sign-in": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "email": string; "password": string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "user_id": string; "email": string | null; "is_guest": boolean; "moved": { "sessions": number; "dossiers": number; "stories": number } | null } } };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/sign-out": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/recover": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "email": string } } };
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": { "status": "sent" } } };
        400: Problem;
        401: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/auth/new-password": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "password": string } } };
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/account/devices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "devices": ({ "id": string; "name": string; "kind": "phone" | "tablet" | "computer" | "program"; "signed_in_at": string; "last_seen_at": string; "is_current": boolean })[] } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/account/devices/{deviceId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "deviceId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/keys": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "keys": (components["schemas"]["ApiKey"])[] } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["CreateApiKeyRequest"] } };
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["CreatedApiKey"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/keys/{keyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "keyId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path: { "keyId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "name": string } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ApiKey"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/webhooks": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "webhooks": (components["schemas"]["Webhook"])[] } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody: { content: { "application/json": components["schemas"]["CreateWebhookRequest"] } };
      responses: {
        201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["CreatedWebhook"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        409: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/{webhookId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "webhookId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Webhook"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: Record<string, string>; path: { "webhookId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch: {
      parameters: { query?: never; header?: Record<string, string>; path: { "webhookId": string }; cookie?: never };
      requestBody: { content: { "application/json": { "url"?: string; "description"?: string; "event_types"?: ("story.completed" | "story.failed" | "story.cancelled" | "story.approved")[]; "enabled"?: boolean } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Webhook"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        404: Problem;
        413: Problem;
        415: Problem;
        422: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    trace?: never;
  };
  "/api/webhooks/{webhookId}/secret": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path: { "webhookId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecrets"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/{webhookId}/rotate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "webhookId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecrets"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/{webhookId}/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "webhookId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DeliveryDetail"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/secret": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecrets"] } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/secret/rotate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecrets"] } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/deliveries": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { "limit"?: number; "cursor"?: string; "state"?: "pending" | "delivered" | "failed"; "endpoint_id"?: string; "job_id"?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DeliveryList"] } };
        400: Problem;
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/deliveries/{deliveryId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { "deliveryId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DeliveryDetail"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/webhooks/deliveries/{deliveryId}/replay": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: Record<string, string>; path: { "deliveryId": string }; cookie?: never };
      requestBody?: never;
      responses: {
        202: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["DeliveryDetail"] } };
        401: Problem;
        403: Problem;
        404: Problem;
        409: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": string; "story_model": string } & { [key: string]: unknown } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/ready": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": string; "story_model": string } & { [key: string]: unknown } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/health": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": string; "story_model": string } & { [key: string]: unknown } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/health/ready": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": string; "story_model": string } & { [key: string]: unknown } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/models": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "models": ({ "modality": "text" | "chat" | "dossier" | "picture" | "speech" | "video" | "transcription" | "moderation"; "id": string; "label": string; "provider": string; "built_in": boolean; "is_free": boolean; "is_default": boolean; "is_stand_in": boolean; "can": { "references"?: number; "sizes"?: ({ "width": number; "height": number })[]; "voices"?: (string)[]; "seconds"?: (number)[] }; "circuit": "closed" | "open" | "half-open"; "answers": boolean | null; "checked_at": string | null })[]; "providers": ({ "name": string; "title": string; "built_in": boolean; "is_free": boolean; "is_set_up": boolean; "needs": string | null; "is_used": boolean; "work": ("text" | "chat" | "dossier" | "picture" | "speech" | "video" | "transcription" | "moderation")[]; "circuit": "closed" | "open" | "half-open"; "retry_at": string | null; "answers": boolean | null; "checked_at": string | null; "error_code": string | null; "calls_under_way": number; "calls_at_once": number | null; "calls_a_minute": number | null })[]; "allowed": (string)[] } } };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/sample": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "status": "none" | "making" | "ready"; "share_id": string | null; "title": string | null; "cover_url": string | null } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        204: { headers: Record<string, unknown>; content?: never };
        401: Problem;
        403: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/metrics": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "text/plain": string } };
        401: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/openapi.json": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "openapi": string } & { [key: string]: unknown } } };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, unknown>; content?: never };
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    patch?: never;
    trace?: never;
  };
  "/api/mcp": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { "jsonrpc": "2.0" } & { [key: string]: unknown } } };
      responses: {
        200: { headers: Record<string, unknown>; content: { "application/json": { "jsonrpc": string } & { [key: string]: unknown }; "text/event-stream": { "jsonrpc": string } & { [key: string]: unknown } } };
        202: { headers: Record<string, unknown>; content?: never };
        400: Problem;
        401: Problem;
        403: Problem;
        413: Problem;
        415: Problem;
        429: Problem;
        500: Problem;
        503: Problem;
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
