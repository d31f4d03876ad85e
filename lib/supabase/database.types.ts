export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "13.0.5"
  }
  public: {
    Tables: {
      api_keys: {
        Row: {
          created_at: string
          id: string
          key_hash: string
          last_used_at: string | null
          name: string
          owner_id: string
          prefix: string
          revoked_at: string | null
          scopes: string[]
        }
        Insert: {
          created_at?: string
          id?: string
          key_hash: string
          last_used_at?: string | null
          name: string
          owner_id: string
          prefix: string
          revoked_at?: string | null
          scopes: string[]
        }
        Update: {
          created_at?: string
          id?: string
          key_hash?: string
          last_used_at?: string | null
          name?: string
          owner_id?: string
          prefix?: string
          revoked_at?: string | null
          scopes?: string[]
        }
        Relationships: []
      }
      assets: {
        Row: {
          bytes: number
          content_hash: string
          crc32: number | null
          created_at: string
          details: Json
          duration_ms: number | null
          height: number | null
          id: string
          kind: Database["public"]["Enums"]["asset_kind"]
          media_type: string
          owner_id: string
          path: string
          scene_id: string | null
          sha256: string | null
          story_id: string
          width: number | null
        }
        Insert: {
          bytes: number
          content_hash: string
          crc32?: number | null
          created_at?: string
          details?: Json
          duration_ms?: number | null
          height?: number | null
          id?: string
          kind: Database["public"]["Enums"]["asset_kind"]
          media_type: string
          owner_id: string
          path: string
          scene_id?: string | null
          sha256?: string | null
          story_id: string
          width?: number | null
        }
        Update: {
          bytes?: number
          content_hash?: string
          crc32?: number | null
          created_at?: string
          details?: Json
          duration_ms?: number | null
          height?: number | null
          id?: string
          kind?: Database["public"]["Enums"]["asset_kind"]
          media_type?: string
          owner_id?: string
          path?: string
          scene_id?: string | null
          sha256?: string | null
          story_id?: string
          width?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "assets_scene_id_fkey"
            columns: ["scene_id"]
            isOneToOne: false
            referencedRelation: "scenes"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "assets_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      batches: {
        Row: {
          created_at: string
          id: string
          owner_id: string
        }
        Insert: {
          created_at?: string
          id: string
          owner_id: string
        }
        Update: {
          created_at?: string
          id?: string
          owner_id?: string
        }
        Relationships: []
      }
      characters: {
        Row: {
          created_at: string
          id: string
          owner_id: string
          position: number
          reference_asset_id: string | null
          sheet: Json
          slug: string
          story_id: string
        }
        Insert: {
          created_at?: string
          id?: string
          owner_id: string
          position: number
          reference_asset_id?: string | null
          sheet: Json
          slug: string
          story_id: string
        }
        Update: {
          created_at?: string
          id?: string
          owner_id?: string
          position?: number
          reference_asset_id?: string | null
          sheet?: Json
          slug?: string
          story_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "characters_reference_asset_id_fkey"
            columns: ["reference_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "characters_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_events: {
        Row: {
          created_at: string
          data: Json
          id: number
          message_id: string | null
          owner_id: string
          session_id: string
          type: string
        }
        Insert: {
          created_at?: string
          data?: Json
          id?: never
          message_id?: string | null
          owner_id: string
          session_id: string
          type: string
        }
        Update: {
          created_at?: string
          data?: Json
          id?: never
          message_id?: string | null
          owner_id?: string
          session_id?: string
          type?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_events_session_id_fkey"
            columns: ["session_id"]
            isOneToOne: false
            referencedRelation: "chat_sessions"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_messages: {
        Row: {
          content: string
          created_at: string
          error_code: string | null
          error_message: string | null
          id: string
          metadata: Json
          model: string | null
          owner_id: string
          parts: Json
          position: number
          role: string
          session_id: string
          status: Database["public"]["Enums"]["chat_message_status"]
          stop_requested: boolean
          turn_id: string
          updated_at: string
        }
        Insert: {
          content?: string
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          id: string
          metadata?: Json
          model?: string | null
          owner_id: string
          parts?: Json
          position: number
          role: string
          session_id: string
          status?: Database["public"]["Enums"]["chat_message_status"]
          stop_requested?: boolean
          turn_id: string
          updated_at?: string
        }
        Update: {
          content?: string
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          id?: string
          metadata?: Json
          model?: string | null
          owner_id?: string
          parts?: Json
          position?: number
          role?: string
          session_id?: string
          status?: Database["public"]["Enums"]["chat_message_status"]
          stop_requested?: boolean
          turn_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_messages_session_id_fkey"
            columns: ["session_id"]
            isOneToOne: false
            referencedRelation: "chat_sessions"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_sessions: {
        Row: {
          created_at: string
          id: string
          last_message_at: string | null
          message_count: number
          owner_id: string
          project_id: string
          title: string
          title_is_given: boolean
          updated_at: string
        }
        Insert: {
          created_at?: string
          id?: string
          last_message_at?: string | null
          message_count?: number
          owner_id: string
          project_id: string
          title?: string
          title_is_given?: boolean
          updated_at?: string
        }
        Update: {
          created_at?: string
          id?: string
          last_message_at?: string | null
          message_count?: number
          owner_id?: string
          project_id?: string
          title?: string
          title_is_given?: boolean
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_sessions_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: false
            referencedRelation: "projects"
            referencedColumns: ["id"]
          },
        ]
      }
      conversation_transcripts: {
        Row: {
          created_at: string
          id: string
          owner_id: string
          requirements: Json
          session_id: string | null
          text: string
        }
        Insert: {
          created_at?: string
          id?: string
          owner_id: string
          requirements?: Json
          session_id?: string | null
          text: string
        }
        Update: {
          created_at?: string
          id?: string
          owner_id?: string
          requirements?: Json
          session_id?: string | null
          text?: string
        }
        Relationships: [
          {
            foreignKeyName: "conversation_transcripts_session_id_fkey"
            columns: ["session_id"]
            isOneToOne: false
            referencedRelation: "chat_sessions"
            referencedColumns: ["id"]
          },
        ]
      }
      dossier_readings: {
        Row: {
          owner_id: string
          read_to: number
          session_id: string
          updated_at: string
        }
        Insert: {
          owner_id: string
          read_to: number
          session_id: string
          updated_at?: string
        }
        Update: {
          owner_id?: string
          read_to?: number
          session_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "dossier_readings_session_id_fkey"
            columns: ["session_id"]
            isOneToOne: true
            referencedRelation: "chat_sessions"
            referencedColumns: ["id"]
          },
        ]
      }
      dossier_versions: {
        Row: {
          changed_by: string
          changes: Json
          created_at: string
          message_id: string | null
          owner_id: string
          project_id: string
          snapshot: Json
          version: number
        }
        Insert: {
          changed_by: string
          changes?: Json
          created_at?: string
          message_id?: string | null
          owner_id: string
          project_id: string
          snapshot: Json
          version: number
        }
        Update: {
          changed_by?: string
          changes?: Json
          created_at?: string
          message_id?: string | null
          owner_id?: string
          project_id?: string
          snapshot?: Json
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "dossier_versions_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: false
            referencedRelation: "dossiers"
            referencedColumns: ["project_id"]
          },
        ]
      }
      dossiers: {
        Row: {
          created_at: string
          owner_id: string
          project_id: string
          snapshot: Json
          updated_at: string
          version: number
        }
        Insert: {
          created_at?: string
          owner_id: string
          project_id: string
          snapshot: Json
          updated_at?: string
          version?: number
        }
        Update: {
          created_at?: string
          owner_id?: string
          project_id?: string
          snapshot?: Json
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "dossiers_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: true
            referencedRelation: "projects"
            referencedColumns: ["id"]
          },
        ]
      }
      erased_spend: {
        Row: {
          day: string
          micros: number
        }
        Insert: {
          day: string
          micros: number
        }
        Update: {
          day?: string
          micros?: number
        }
        Relationships: []
      }
      guard_decisions: {
        Row: {
          action: string
          created_at: string
          door: string
          id: string
          job_id: string | null
          owner_id: string | null
          place: string
          rule: string
          story_id: string | null
          text_hash: string
        }
        Insert: {
          action: string
          created_at?: string
          door: string
          id?: string
          job_id?: string | null
          owner_id?: string | null
          place: string
          rule: string
          story_id?: string | null
          text_hash: string
        }
        Update: {
          action?: string
          created_at?: string
          door?: string
          id?: string
          job_id?: string | null
          owner_id?: string | null
          place?: string
          rule?: string
          story_id?: string | null
          text_hash?: string
        }
        Relationships: [
          {
            foreignKeyName: "guard_decisions_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "guard_decisions_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      guest_migrations: {
        Row: {
          account_id: string
          created_at: string
          guest_id: string
          id: number
          moved: Json
        }
        Insert: {
          account_id: string
          created_at?: string
          guest_id: string
          id?: never
          moved: Json
        }
        Update: {
          account_id?: string
          created_at?: string
          guest_id?: string
          id?: never
          moved?: Json
        }
        Relationships: []
      }
      household_erasures: {
        Row: {
          folders: string[]
          household_id: string
          job_ids: string[]
          started_at: string
          touched_at: string
          user_ids: string[]
        }
        Insert: {
          folders: string[]
          household_id: string
          job_ids: string[]
          started_at?: string
          touched_at?: string
          user_ids: string[]
        }
        Update: {
          folders?: string[]
          household_id?: string
          job_ids?: string[]
          started_at?: string
          touched_at?: string
          user_ids?: string[]
        }
        Relationships: []
      }
      household_pins: {
        Row: {
          created_at: string
          locked_until: string | null
          owner_id: string
          pin_hash: string
          tries: number
          version: string
        }
        Insert: {
          created_at?: string
          locked_until?: string | null
          owner_id: string
          pin_hash: string
          tries?: number
          version?: string
        }
        Update: {
          created_at?: string
          locked_until?: string | null
          owner_id?: string
          pin_hash?: string
          tries?: number
          version?: string
        }
        Relationships: []
      }
      households: {
        Row: {
          avoid_topics: string[]
          bedtime_from: string | null
          bedtime_to: string | null
          begun_today: number
          created_at: string
          daily_limit: number | null
          day: string | null
          owner_id: string
          require_approval: boolean
          time_zone: string
          updated_at: string
        }
        Insert: {
          avoid_topics?: string[]
          bedtime_from?: string | null
          bedtime_to?: string | null
          begun_today?: number
          created_at?: string
          daily_limit?: number | null
          day?: string | null
          owner_id: string
          require_approval?: boolean
          time_zone?: string
          updated_at?: string
        }
        Update: {
          avoid_topics?: string[]
          bedtime_from?: string | null
          bedtime_to?: string | null
          begun_today?: number
          created_at?: string
          daily_limit?: number | null
          day?: string | null
          owner_id?: string
          require_approval?: boolean
          time_zone?: string
          updated_at?: string
        }
        Relationships: []
      }
      job_events: {
        Row: {
          created_at: string
          data: Json
          id: number
          job_id: string
          key: string
          owner_id: string
          type: string
        }
        Insert: {
          created_at?: string
          data?: Json
          id?: never
          job_id: string
          key: string
          owner_id: string
          type: string
        }
        Update: {
          created_at?: string
          data?: Json
          id?: never
          job_id?: string
          key?: string
          owner_id?: string
          type?: string
        }
        Relationships: [
          {
            foreignKeyName: "job_events_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
        ]
      }
      jobs: {
        Row: {
          batch_id: string | null
          batch_position: number | null
          created_at: string
          error_code: string | null
          error_message: string | null
          finished_at: string | null
          id: string
          kind: string
          owner_id: string
          progress: number
          quoted_micros: number
          request_hash: string | null
          retry_of: string | null
          stage: string
          stage_times: Json
          started_at: string | null
          status: Database["public"]["Enums"]["job_status"]
          story_id: string
          task: Json | null
          took_ms: number | null
          updated_at: string
          warnings: Json
          webhook_url: string | null
        }
        Insert: {
          batch_id?: string | null
          batch_position?: number | null
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          finished_at?: string | null
          id?: string
          kind?: string
          owner_id: string
          progress?: number
          quoted_micros?: number
          request_hash?: string | null
          retry_of?: string | null
          stage?: string
          stage_times?: Json
          started_at?: string | null
          status?: Database["public"]["Enums"]["job_status"]
          story_id: string
          task?: Json | null
          took_ms?: never
          updated_at?: string
          warnings?: Json
          webhook_url?: string | null
        }
        Update: {
          batch_id?: string | null
          batch_position?: number | null
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          finished_at?: string | null
          id?: string
          kind?: string
          owner_id?: string
          progress?: number
          quoted_micros?: number
          request_hash?: string | null
          retry_of?: string | null
          stage?: string
          stage_times?: Json
          started_at?: string | null
          status?: Database["public"]["Enums"]["job_status"]
          story_id?: string
          task?: Json | null
          took_ms?: never
          updated_at?: string
          warnings?: Json
          webhook_url?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "jobs_batch_id_fkey"
            columns: ["batch_id"]
            isOneToOne: false
            referencedRelation: "batches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "jobs_retry_of_fkey"
            columns: ["retry_of"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "jobs_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      model_calls: {
        Row: {
          answer: Json | null
          asset_id: string | null
          attempt: number
          cost_micros: number
          counted_micros: number
          created_at: string
          error_code: string | null
          error_message: string | null
          estimate: Json
          finished_at: string | null
          id: string
          is_answered: boolean
          is_cached: boolean
          job_id: string | null
          modality: string
          model: string
          owner_id: string
          price: Json
          provider: string
          provider_id: string | null
          request_hash: string
          reserved_micros: number
          retry_after_seconds: number | null
          status: string
          step: string
          story_id: string | null
          units: Json
        }
        Insert: {
          answer?: Json | null
          asset_id?: string | null
          attempt?: number
          cost_micros?: number
          counted_micros?: never
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          estimate?: Json
          finished_at?: string | null
          id?: string
          is_answered?: boolean
          is_cached?: boolean
          job_id?: string | null
          modality: string
          model: string
          owner_id: string
          price?: Json
          provider: string
          provider_id?: string | null
          request_hash: string
          reserved_micros?: number
          retry_after_seconds?: number | null
          status?: string
          step: string
          story_id?: string | null
          units?: Json
        }
        Update: {
          answer?: Json | null
          asset_id?: string | null
          attempt?: number
          cost_micros?: number
          counted_micros?: never
          created_at?: string
          error_code?: string | null
          error_message?: string | null
          estimate?: Json
          finished_at?: string | null
          id?: string
          is_answered?: boolean
          is_cached?: boolean
          job_id?: string | null
          modality?: string
          model?: string
          owner_id?: string
          price?: Json
          provider?: string
          provider_id?: string | null
          request_hash?: string
          reserved_micros?: number
          retry_after_seconds?: number | null
          status?: string
          step?: string
          story_id?: string | null
          units?: Json
        }
        Relationships: [
          {
            foreignKeyName: "model_calls_asset_id_fkey"
            columns: ["asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "model_calls_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "model_calls_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      profiles: {
        Row: {
          avatar_url: string | null
          created_at: string
          display_name: string
          email: string | null
          id: string
          settings: Json
          updated_at: string
        }
        Insert: {
          avatar_url?: string | null
          created_at?: string
          display_name?: string
          email?: string | null
          id: string
          settings?: Json
          updated_at?: string
        }
        Update: {
          avatar_url?: string | null
          created_at?: string
          display_name?: string
          email?: string | null
          id?: string
          settings?: Json
          updated_at?: string
        }
        Relationships: []
      }
      projects: {
        Row: {
          created_at: string
          id: string
          last_dossier_version: number
          owner_id: string
          title: string
          updated_at: string
        }
        Insert: {
          created_at?: string
          id?: string
          last_dossier_version?: number
          owner_id: string
          title?: string
          updated_at?: string
        }
        Update: {
          created_at?: string
          id?: string
          last_dossier_version?: number
          owner_id?: string
          title?: string
          updated_at?: string
        }
        Relationships: []
      }
      provider_circuits: {
        Row: {
          error_code: string | null
          failures: number
          opened_at: string | null
          pause_ms: number
          probe_lease: string | null
          provider: string
          retry_at: string | null
        }
        Insert: {
          error_code?: string | null
          failures?: number
          opened_at?: string | null
          pause_ms?: number
          probe_lease?: string | null
          provider: string
          retry_at?: string | null
        }
        Update: {
          error_code?: string | null
          failures?: number
          opened_at?: string | null
          pause_ms?: number
          probe_lease?: string | null
          provider?: string
          retry_at?: string | null
        }
        Relationships: []
      }
      provider_leases: {
        Row: {
          call_id: string
          expires_at: string
          id: string
          left_at: string | null
          provider: string
          taken_at: string
        }
        Insert: {
          call_id: string
          expires_at: string
          id?: string
          left_at?: string | null
          provider: string
          taken_at: string
        }
        Update: {
          call_id?: string
          expires_at?: string
          id?: string
          left_at?: string | null
          provider?: string
          taken_at?: string
        }
        Relationships: []
      }
      rate_limits: {
        Row: {
          expires_at: string | null
          key: string
          points: number
        }
        Insert: {
          expires_at?: string | null
          key: string
          points: number
        }
        Update: {
          expires_at?: string | null
          key?: string
          points?: number
        }
        Relationships: []
      }
      readers: {
        Row: {
          age_group: string
          calming_elements: string[]
          created_at: string
          favourite_characters: string[]
          id: string
          mood: string
          name: string
          owner_id: string
          preferences: string[]
          routine: string
          updated_at: string
        }
        Insert: {
          age_group: string
          calming_elements?: string[]
          created_at?: string
          favourite_characters?: string[]
          id?: string
          mood?: string
          name: string
          owner_id: string
          preferences?: string[]
          routine?: string
          updated_at?: string
        }
        Update: {
          age_group?: string
          calming_elements?: string[]
          created_at?: string
          favourite_characters?: string[]
          id?: string
          mood?: string
          name?: string
          owner_id?: string
          preferences?: string[]
          routine?: string
          updated_at?: string
        }
        Relationships: []
      }
      sample_story: {
        Row: {
          created_at: string
          ended_at: string | null
          is_only: boolean
          job_id: string | null
          story_id: string | null
          tries: number
        }
        Insert: {
          created_at?: string
          ended_at?: string | null
          is_only?: boolean
          job_id?: string | null
          story_id?: string | null
          tries?: number
        }
        Update: {
          created_at?: string
          ended_at?: string | null
          is_only?: boolean
          job_id?: string | null
          story_id?: string | null
          tries?: number
        }
        Relationships: []
      }
      scenes: {
        Row: {
          clip_asset_id: string | null
          created_at: string
          depiction: Json
          due: string[]
          failures: Json
          id: string
          narration_asset_id: string | null
          owner_id: string
          picture_asset_id: string | null
          picture_index: number
          picture_note: string
          picture_prompt: string | null
          picture_take: number
          picture_text: string | null
          position: number
          revision: number
          story_id: string
          summary: string
          text: string
          title: string
          updated_at: string
          video_asset_id: string | null
          voice: string | null
        }
        Insert: {
          clip_asset_id?: string | null
          created_at?: string
          depiction?: Json
          due?: string[]
          failures?: Json
          id?: string
          narration_asset_id?: string | null
          owner_id: string
          picture_asset_id?: string | null
          picture_index?: number
          picture_note?: string
          picture_prompt?: string | null
          picture_take?: number
          picture_text?: string | null
          position: number
          revision?: number
          story_id: string
          summary?: string
          text: string
          title?: string
          updated_at?: string
          video_asset_id?: string | null
          voice?: string | null
        }
        Update: {
          clip_asset_id?: string | null
          created_at?: string
          depiction?: Json
          due?: string[]
          failures?: Json
          id?: string
          narration_asset_id?: string | null
          owner_id?: string
          picture_asset_id?: string | null
          picture_index?: number
          picture_note?: string
          picture_prompt?: string | null
          picture_take?: number
          picture_text?: string | null
          position?: number
          revision?: number
          story_id?: string
          summary?: string
          text?: string
          title?: string
          updated_at?: string
          video_asset_id?: string | null
          voice?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "scenes_clip_asset_id_fkey"
            columns: ["clip_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "scenes_narration_asset_id_fkey"
            columns: ["narration_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "scenes_picture_asset_id_fkey"
            columns: ["picture_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "scenes_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "scenes_video_asset_id_fkey"
            columns: ["video_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
        ]
      }
      socket_tickets: {
        Row: {
          expires_at: string
          sealed_token: string
          ticket_hash: string
        }
        Insert: {
          expires_at: string
          sealed_token: string
          ticket_hash: string
        }
        Update: {
          expires_at?: string
          sealed_token?: string
          ticket_hash?: string
        }
        Relationships: []
      }
      stories: {
        Row: {
          age_group: string
          audio_asset_id: string | null
          audio_version: number | null
          brief: Json
          captions_asset_id: string | null
          created_at: string
          duplicate_of: string | null
          favourite: boolean
          film_asset_id: string | null
          film_ms: number
          film_version: number | null
          id: string
          language: string
          media_folder: string
          moral: string
          music_mood: string
          outline: Json
          owner_id: string
          poster_asset_id: string | null
          premise: string
          project_id: string
          prompt: string
          reader_id: string | null
          reading: Json
          review: string
          reviewed_at: string | null
          reviewed_by: string | null
          sequel_of: string | null
          session_id: string | null
          status: Database["public"]["Enums"]["story_status"]
          style: string | null
          text_model: string | null
          title: string
          title_key: string | null
          updated_at: string
          version: number
        }
        Insert: {
          age_group: string
          audio_asset_id?: string | null
          audio_version?: number | null
          brief: Json
          captions_asset_id?: string | null
          created_at?: string
          duplicate_of?: string | null
          favourite?: boolean
          film_asset_id?: string | null
          film_ms?: number
          film_version?: number | null
          id?: string
          language?: string
          media_folder?: string
          moral?: string
          music_mood?: string
          outline?: Json
          owner_id: string
          poster_asset_id?: string | null
          premise?: string
          project_id: string
          prompt: string
          reader_id?: string | null
          reading?: Json
          review?: string
          reviewed_at?: string | null
          reviewed_by?: string | null
          sequel_of?: string | null
          session_id?: string | null
          status?: Database["public"]["Enums"]["story_status"]
          style?: never
          text_model?: string | null
          title?: string
          title_key?: never
          updated_at?: string
          version?: number
        }
        Update: {
          age_group?: string
          audio_asset_id?: string | null
          audio_version?: number | null
          brief?: Json
          captions_asset_id?: string | null
          created_at?: string
          duplicate_of?: string | null
          favourite?: boolean
          film_asset_id?: string | null
          film_ms?: number
          film_version?: number | null
          id?: string
          language?: string
          media_folder?: string
          moral?: string
          music_mood?: string
          outline?: Json
          owner_id?: string
          poster_asset_id?: string | null
          premise?: string
          project_id?: string
          prompt?: string
          reader_id?: string | null
          reading?: Json
          review?: string
          reviewed_at?: string | null
          reviewed_by?: string | null
          sequel_of?: string | null
          session_id?: string | null
          status?: Database["public"]["Enums"]["story_status"]
          style?: never
          text_model?: string | null
          title?: string
          title_key?: never
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "stories_audio_asset_id_fkey"
            columns: ["audio_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_captions_asset_id_fkey"
            columns: ["captions_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_film_asset_id_fkey"
            columns: ["film_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_poster_asset_id_fkey"
            columns: ["poster_asset_id"]
            isOneToOne: false
            referencedRelation: "assets"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: false
            referencedRelation: "projects"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_reader_id_fkey"
            columns: ["reader_id"]
            isOneToOne: false
            referencedRelation: "readers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_sequel_of_fkey"
            columns: ["sequel_of"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "stories_session_id_fkey"
            columns: ["session_id"]
            isOneToOne: false
            referencedRelation: "chat_sessions"
            referencedColumns: ["id"]
          },
        ]
      }
      story_admissions: {
        Row: {
          created_at: string
          job_id: string
          owner_id: string
          quoted_micros: number
        }
        Insert: {
          created_at?: string
          job_id: string
          owner_id: string
          quoted_micros: number
        }
        Update: {
          created_at?: string
          job_id?: string
          owner_id?: string
          quoted_micros?: number
        }
        Relationships: []
      }
      story_shares: {
        Row: {
          created_at: string
          id: string
          owner_id: string
          story_id: string
        }
        Insert: {
          created_at?: string
          id: string
          owner_id: string
          story_id: string
        }
        Update: {
          created_at?: string
          id?: string
          owner_id?: string
          story_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "story_shares_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: true
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      story_versions: {
        Row: {
          change: Json
          created_at: string
          job_id: string | null
          number: number
          owner_id: string
          request_hash: string | null
          request_id: string | null
          snapshot: Json
          story_id: string
        }
        Insert: {
          change: Json
          created_at?: string
          job_id?: string | null
          number: number
          owner_id: string
          request_hash?: string | null
          request_id?: string | null
          snapshot: Json
          story_id: string
        }
        Update: {
          change?: Json
          created_at?: string
          job_id?: string | null
          number?: number
          owner_id?: string
          request_hash?: string | null
          request_id?: string | null
          snapshot?: Json
          story_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "story_versions_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "story_versions_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: false
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      story_words: {
        Row: {
          owner_id: string
          story_id: string
          words: string
        }
        Insert: {
          owner_id: string
          story_id: string
          words: string
        }
        Update: {
          owner_id?: string
          story_id?: string
          words?: string
        }
        Relationships: [
          {
            foreignKeyName: "story_words_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: true
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
      unfinished_copies: {
        Row: {
          begun_at: string
          id: string
          paths: string[]
        }
        Insert: {
          begun_at?: string
          id: string
          paths: string[]
        }
        Update: {
          begun_at?: string
          id?: string
          paths?: string[]
        }
        Relationships: []
      }
      webhook_deliveries: {
        Row: {
          attempts: number
          created_at: string
          delivered_at: string | null
          endpoint_id: string | null
          event_id: string
          handed_over_at: string | null
          id: string
          job_id: string | null
          last_error: string | null
          last_status: number | null
          log: Json
          next_attempt_at: string | null
          owner_id: string
          payload: Json
          round: number
          state: string
          tries: number
          type: string
          url: string
        }
        Insert: {
          attempts?: number
          created_at?: string
          delivered_at?: string | null
          endpoint_id?: string | null
          event_id: string
          handed_over_at?: string | null
          id?: string
          job_id?: string | null
          last_error?: string | null
          last_status?: number | null
          log?: Json
          next_attempt_at?: string | null
          owner_id: string
          payload: Json
          round?: number
          state?: string
          tries?: number
          type: string
          url: string
        }
        Update: {
          attempts?: number
          created_at?: string
          delivered_at?: string | null
          endpoint_id?: string | null
          event_id?: string
          handed_over_at?: string | null
          id?: string
          job_id?: string | null
          last_error?: string | null
          last_status?: number | null
          log?: Json
          next_attempt_at?: string | null
          owner_id?: string
          payload?: Json
          round?: number
          state?: string
          tries?: number
          type?: string
          url?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_deliveries_endpoint_id_fkey"
            columns: ["endpoint_id"]
            isOneToOne: false
            referencedRelation: "webhook_endpoints"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "webhook_deliveries_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
        ]
      }
      webhook_endpoints: {
        Row: {
          created_at: string
          description: string
          disabled_at: string | null
          disabled_reason: string | null
          event_types: string[]
          id: string
          owner_id: string
          updated_at: string
          url: string
        }
        Insert: {
          created_at?: string
          description?: string
          disabled_at?: string | null
          disabled_reason?: string | null
          event_types: string[]
          id?: string
          owner_id: string
          updated_at?: string
          url: string
        }
        Update: {
          created_at?: string
          description?: string
          disabled_at?: string | null
          disabled_reason?: string | null
          event_types?: string[]
          id?: string
          owner_id?: string
          updated_at?: string
          url?: string
        }
        Relationships: []
      }
      webhook_secrets: {
        Row: {
          created_at: string
          endpoint_id: string | null
          expires_at: string | null
          id: string
          owner_id: string
          secret: string
        }
        Insert: {
          created_at?: string
          endpoint_id?: string | null
          expires_at?: string | null
          id?: string
          owner_id: string
          secret: string
        }
        Update: {
          created_at?: string
          endpoint_id?: string | null
          expires_at?: string | null
          id?: string
          owner_id?: string
          secret?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_secrets_endpoint_id_fkey"
            columns: ["endpoint_id"]
            isOneToOne: false
            referencedRelation: "webhook_endpoints"
            referencedColumns: ["id"]
          },
        ]
      }
      withheld_words: {
        Row: {
          moral: string
          outline: Json
          premise: string
          reading: Json
          story_id: string
          title: string
        }
        Insert: {
          moral?: string
          outline?: Json
          premise?: string
          reading?: Json
          story_id: string
          title?: string
        }
        Update: {
          moral?: string
          outline?: Json
          premise?: string
          reading?: Json
          story_id?: string
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "withheld_words_story_id_fkey"
            columns: ["story_id"]
            isOneToOne: true
            referencedRelation: "stories"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      add_uses: {
        Args: {
          p_duration_ms: number
          p_uses: Json
        }
        Returns: Json
      }
      admit_stories: {
        Args: {
          p_caps: Json
          p_owner: string
          p_quotes: Json
        }
        Returns: Json
      }
      announce_story: {
        Args: {
          p_job_id: string
          p_message_id?: string
          p_session_id: string
          p_text?: string
        }
        Returns: undefined
      }
      announce_story_event: {
        Args: {
          p_at: string
          p_job: Database["public"]["Tables"]["jobs"]["Row"]
          p_story: Database["public"]["Tables"]["stories"]["Row"]
          p_type: string
        }
        Returns: undefined
      }
      attach_scene_asset: {
        Args: {
          p_asset_id: string
          p_kind: string
          p_revision: number
          p_scene_id: string
        }
        Returns: boolean
      }
      begin_chat_turn: {
        Args: {
          p_answer_id: string
          p_from_message_id: string
          p_history_limit?: number
          p_message: Json
          p_project_id: string
          p_session_id: string
          p_trigger: string
        }
        Returns: Json
      }
      begin_household_erasure: {
        Args: { p_owner: string }
        Returns: Json
      }
      begin_mend_again: {
        Args: {
          p_job_id: string
          p_owner_id: string
          p_story_id: string
        }
        Returns: Json
      }
      begin_pin_try: {
        Args: { p_owner: string }
        Returns: Json
      }
      call_chat_sessions: {
        Args: { p_session_ids: Json }
        Returns: Json
      }
      call_jobs: {
        Args: { p_job_ids: Json }
        Returns: Json
      }
      cancel_job: {
        Args: { p_job_id: string }
        Returns: Database["public"]["Enums"]["job_status"]
      }
      chat_message_view: {
        Args: { p_message: Database["public"]["Tables"]["chat_messages"]["Row"] }
        Returns: Json
      }
      close_broken_answers: {
        Args: { p_session_id: string }
        Returns: undefined
      }
      consume_rate_limit: {
        Args: {
          p_duration_ms: number
          p_force?: boolean
          p_key: string
          p_points: number
        }
        Returns: Json
      }
      create_story_batch: {
        Args: {
          p_batch_id: string
          p_items: Json
        }
        Returns: undefined
      }
      create_story_job: {
        Args: {
          p_brief: Json
          p_job_id: string
          p_project_id?: string
          p_request_hash?: string
          p_session_id?: string
          p_story_id: string
          p_webhook_url?: string
        }
        Returns: string
      }
      create_webhook_test: {
        Args: { p_endpoint_id: string }
        Returns: string
      }
      delete_dossier: {
        Args: { p_project_id: string }
        Returns: number
      }
      delete_owned_rows: {
        Args: {
          p_keeps_users: boolean
          p_users: string[]
        }
        Returns: undefined
      }
      delete_story: {
        Args: { p_story_id: string }
        Returns: boolean
      }
      duplicate_story: {
        Args: {
          p_assets: Json
          p_copy: string
          p_owner: string
          p_source: string
          p_story: string
          p_title: string
        }
        Returns: boolean
      }
      end_chat_answer: {
        Args: {
          p_answer_id: string
          p_chunks: Json
          p_content: string
          p_error_code: string
          p_error_message: string
          p_metadata: Json
          p_model: string
          p_parts: Json
          p_status: Database["public"]["Enums"]["chat_message_status"]
          p_title: string
        }
        Returns: boolean
      }
      end_device: {
        Args: { p_session_id: string }
        Returns: boolean
      }
      end_household_erasure: {
        Args: {
          p_keeps_users: boolean
          p_owner: string
        }
        Returns: undefined
      }
      end_pin_try: {
        Args: {
          p_owner: string
          p_version: string
        }
        Returns: undefined
      }
      ensure_project: {
        Args: {
          p_project_id: string
          p_title?: string
        }
        Returns: string
      }
      enter_provider: {
        Args: {
          p_call_id: string
          p_concurrency: number
          p_lease_ms: number
          p_per_minute: number
          p_provider: string
        }
        Returns: Json
      }
      erase_household_rows: {
        Args: {
          p_keeps_users: boolean
          p_owner: string
        }
        Returns: undefined
      }
      fail_model_call: {
        Args: {
          p_error_code: string
          p_error_message: string
          p_id: string
          p_retry_after_seconds?: number
          p_status: string
        }
        Returns: undefined
      }
      find_jobs: {
        Args: {
          p_cursor?: Json
          p_filter: Json
          p_limit?: number
          p_offset?: number
          p_sort?: string
        }
        Returns: Json
      }
      find_stories: {
        Args: {
          p_after: Json
          p_limit: number
          p_offset: number
          p_query: Json
          p_sort: string
        }
        Returns: Json
      }
      finish_chat_answer: {
        Args: {
          p_answer_id: string
          p_content: string
          p_error_code: string
          p_error_message: string
          p_metadata: Json
          p_model: string
          p_parts: Json
          p_status: Database["public"]["Enums"]["chat_message_status"]
        }
        Returns: boolean
      }
      finish_mend_job: {
        Args: {
          p_job_id: string
          p_version: number
        }
        Returns: boolean
      }
      fold_text: {
        Args: { p_text: string }
        Returns: string
      }
      forget_answers: {
        Args: {
          p_before: string
          p_limit: number
        }
        Returns: number
      }
      has_pin: {
        Args: never
        Returns: boolean
      }
      hidden_stories: {
        Args: never
        Returns: string[]
      }
      index_story: {
        Args: { p_story_id: string }
        Returns: undefined
      }
      insert_row: {
        Args: {
          p_row: Json
          p_table: string
        }
        Returns: undefined
      }
      leave_provider: {
        Args: {
          p_error_code: string
          p_lease: string
          p_longest_pause_ms: number
          p_outcome: string
          p_pause_ms: number
          p_threshold: number
        }
        Returns: Json
      }
      list_broken_erasures: {
        Args: { p_silent_seconds: number }
        Returns: string[]
      }
      list_devices: {
        Args: never
        Returns: {
          id: string
          is_current: boolean
          last_seen_at: string
          signed_in_at: string
          user_agent: string
        }[]
      }
      list_foreign_folders: {
        Args: {
          p_folders: string[]
          p_users: string[]
        }
        Returns: string[]
      }
      list_ownerless_folders: {
        Args: { p_names: string[] }
        Returns: string[]
      }
      list_unseen_guests: {
        Args: {
          p_before: string
          p_limit: number
        }
        Returns: string[]
      }
      measure_job_stages: {
        Args: { p_latest?: number }
        Returns: {
          jobs: number
          kind: string
          median_ms: number
          p90_ms: number
          page_ms: number
          stage: string
          word_ms: number
        }[]
      }
      measure_queue: {
        Args: never
        Returns: Json
      }
      migrate_guest: {
        Args: {
          p_account: string
          p_guest: string
        }
        Returns: Json
      }
      name_chat_session: {
        Args: {
          p_is_given: boolean
          p_session_id: string
          p_title: string
        }
        Returns: boolean
      }
      name_copies: {
        Args: {
          p_assets: Json
          p_row: Json
        }
        Returns: Json
      }
      note_guard_decisions: {
        Args: {
          p_decisions: Json
          p_door: string
          p_job: string
          p_owner: string
          p_story: string
        }
        Returns: undefined
      }
      note_model_call: {
        Args: {
          p_cost_micros?: number
          p_id: string
          p_provider_id?: string
          p_units?: Json
        }
        Returns: undefined
      }
      owns_media: {
        Args: { p_path: string }
        Returns: boolean
      }
      read_chat_events: {
        Args: {
          p_known: Json
          p_limit?: number
        }
        Returns: Database["public"]["Tables"]["chat_events"]["Row"][]
      }
      read_household_account: {
        Args: { p_owner: string }
        Returns: Json
      }
      read_job_events: {
        Args: {
          p_known: Json
          p_limit?: number
        }
        Returns: Database["public"]["Tables"]["job_events"]["Row"][]
      }
      read_provider_gates: {
        Args: never
        Returns: {
          calls_under_way: number
          circuit: string
          error_code: string
          failures: number
          opened_at: string
          provider: string
          retry_at: string
        }[]
      }
      read_spend: {
        Args: never
        Returns: Json
      }
      read_unread_conversation: {
        Args: {
          p_answer_id: string
          p_before: number
          p_most: number
          p_project_id: string
          p_session_id: string
        }
        Returns: Json
      }
      record_chat_chunks: {
        Args: {
          p_answer_id: string
          p_chunks: Json
          p_content: string
          p_parts: Json
        }
        Returns: Json
      }
      record_chat_event: {
        Args: {
          p_data: Json
          p_message_id?: string
          p_session_id: string
          p_type: string
        }
        Returns: undefined
      }
      record_job_event: {
        Args: {
          p_data: Json
          p_error_code?: string
          p_error_message?: string
          p_job_id: string
          p_key: string
          p_progress?: number
          p_stage?: string
          p_status?: Database["public"]["Enums"]["job_status"]
          p_type: string
          p_warning?: Json
        }
        Returns: boolean
      }
      record_scene_failure: {
        Args: {
          p_failure: Json
          p_part: string
          p_scene_id: string
        }
        Returns: undefined
      }
      record_webhook_attempt: {
        Args: {
          p_attempt: Json
          p_delivery_id: string
          p_gone?: boolean
          p_next_attempt_at?: string
          p_round: number
          p_state: string
        }
        Returns: boolean
      }
      renew_provider_leases: {
        Args: {
          p_lease_ms: number
          p_leases: string[]
        }
        Returns: undefined
      }
      replay_webhook_delivery: {
        Args: { p_delivery_id: string }
        Returns: undefined
      }
      reserve_model_call: {
        Args: {
          p_call: Json
          p_caps: Json
        }
        Returns: Json
      }
      retry_story_job: {
        Args: {
          p_job_id: string
          p_new_job_id: string
          p_owner_id: string
        }
        Returns: Json
      }
      save_conversation_reading: {
        Args: {
          p_base_version: number
          p_changes: Json
          p_message_id: string
          p_owner_id: string
          p_project_id: string
          p_read_to: number
          p_session_id: string
          p_snapshot: Json
        }
        Returns: number
      }
      save_dossier: {
        Args: {
          p_base_version?: number
          p_changed_by: string
          p_changes: Json
          p_message_id?: string
          p_project_id: string
          p_snapshot: Json
        }
        Returns: Json
      }
      save_story_draft: {
        Args: {
          p_draft: Json
          p_reading: Json
          p_story_id: string
          p_text_model: string
        }
        Returns: undefined
      }
      save_story_version: {
        Args: {
          p_change: Json
          p_job_id?: string
          p_owner_id: string
          p_request_hash: string
          p_request_id: string
          p_state: Json
          p_story_id: string
          p_version: number
        }
        Returns: Json
      }
      set_favourite: {
        Args: {
          p_favourite: boolean
          p_story_id: string
        }
        Returns: boolean
      }
      settle_found_call: {
        Args: {
          p_job_id: string
          p_request_hash: string
          p_step: string
        }
        Returns: undefined
      }
      settle_model_call: {
        Args: {
          p_answer?: Json
          p_asset_id?: string
          p_cost_micros: number
          p_id: string
          p_is_cached?: boolean
          p_provider_id?: string
          p_units: Json
        }
        Returns: undefined
      }
      share_story: {
        Args: {
          p_owner: string
          p_share: string
          p_story: string
        }
        Returns: Database["public"]["Tables"]["story_shares"]["Row"]
      }
      snapshot_story: {
        Args: { p_story_id: string }
        Returns: Json
      }
      sort_title: {
        Args: { p_title: string }
        Returns: string
      }
      split_words: {
        Args: { p_text: string }
        Returns: string[]
      }
      stop_chat_answer: {
        Args: { p_session_id: string }
        Returns: string
      }
      sum_job_costs: {
        Args: { p_job_ids: string[] }
        Returns: {
          cost_micros: number
          job_id: string
        }[]
      }
      sum_spend: {
        Args: {
          p_now: string
          p_owner: string
        }
        Returns: Json
      }
      summarize_jobs: {
        Args: never
        Returns: Json
      }
      take_webhook_deliveries: {
        Args: {
          p_delivery_id?: string
          p_job_id?: string
          p_limit?: number
        }
        Returns: {
          id: string
          owner_id: string
          round: number
        }[]
      }
      take_webhook_secrets: {
        Args: {
          p_endpoint_id?: string
          p_overlap_seconds?: number
          p_secret: string
        }
        Returns: Database["public"]["Tables"]["webhook_secrets"]["Row"][]
      }
      tell_dossier: {
        Args: {
          p_changed_by: string
          p_changes: Json
          p_message_id: string
          p_project_id: string
          p_version: number
        }
        Returns: undefined
      }
      use_api_key: {
        Args: { p_key_hash: string }
        Returns: Json
      }
    }
    Enums: {
      asset_kind: "picture" | "narration" | "clip" | "music" | "film" | "captions" | "poster" | "audio" | "character" | "video"
      chat_message_status: "complete" | "streaming" | "stopped" | "failed"
      job_status: "pending" | "processing" | "completed" | "failed" | "cancelled"
      story_status: "draft" | "making" | "ready" | "failed"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {
      asset_kind: ["picture", "narration", "clip", "music", "film", "captions", "poster", "audio", "character", "video"],
      chat_message_status: ["complete", "streaming", "stopped", "failed"],
      job_status: ["pending", "processing", "completed", "failed", "cancelled"],
      story_status: ["draft", "making", "ready", "failed"],
    },
  },
} as const
