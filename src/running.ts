/** A gateway that serves, in this process or in workers of it. */
export interface Running {
  /** e.g. `http://127.0.0.1:4000` */
  readonly address: string;
  /** Where metrics can be read; `null` where there are none. */
  readonly metricsUrl: string | null;
  /** Reads the configuration again and serves it, or goes on with the one before; the log tells which. */
  reload(): void;
  /** Lets what is under way finish, and ends. */
  close(): Promise<void>;
}
