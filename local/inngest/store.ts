import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { AppError } from '../../lib/errors.ts';
import { RUNNER_MIGRATIONS } from './store-schema.ts';

const SQLITE_BUSY = 5;
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/**
 * Queue and run state in one SQLite file. Everything that belongs together is written in one transaction, and a
 * transaction is on the disk when it returns (WAL with `synchronous=full`), so a crash can only lose work that nobody
 * was told about. `node:sqlite` is synchronous: a transaction can not interleave with another.
 */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;
  /** Called after each outermost commit: new jobs may be due. */
  onCommit: () => void = () => undefined;

  /** @throws AppError `conflict` when another runner has the file, `misconfigured` when it is newer than this code. */
  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    try {
      // Exclusive: two runners on one file would run every step twice.
      this.#database.exec('pragma busy_timeout=3000; pragma locking_mode=exclusive; pragma journal_mode=wal');
      this.#database.exec('pragma synchronous=full; pragma wal_autocheckpoint=1000');
      this.#migrate(file);
    } catch (error) {
      this.#database.close();
      if (isBusy(error))
        throw new AppError('conflict', `Another Inngest runner uses ${file}.`, { cause: error });
      throw error;
    }
  }

  #migrate(file: string): void {
    const version = this.get<{ user_version: number }>('pragma user_version')?.user_version ?? 0;
    if (version > RUNNER_MIGRATIONS.length) {
      throw new AppError('misconfigured', `${file} was written by a newer version of the runner.`);
    }
    for (const [index, sql] of RUNNER_MIGRATIONS.entries()) {
      if (index >= version) this.#database.exec(`begin; ${sql}; pragma user_version=${index + 1}; commit`);
    }
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  /** @returns how many rows changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** Makes a function of ours one of SQL's; one of this name takes the place of the one before. */
  define(name: string, answer: (value: unknown) => number): void {
    this.#database.function(name, answer);
  }

  /** Commits when `work` returns, rolls back when it throws. Inside another transaction it simply joins it. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.#database.exec('begin immediate');
    this.#depth = 1;
    let result: Result;
    try {
      result = work();
      this.#database.exec('commit');
    } catch (error) {
      this.#depth = 0;
      // A full disk can make SQLite roll back by itself; a second rollback would hide the real error.
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
    this.#depth = 0;
    this.onCommit();
    return result;
  }

  close(): void {
    this.#database.close();
  }
}
