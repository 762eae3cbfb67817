/** Wrong passwords are slowed by account and address: eight in a quarter of an hour, then a wait. In memory, so a restart forgives. */
export class SignInThrottle {
  private readonly tries = new Map<string, number[]>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly most = 8,
    private readonly withinMs = 15 * 60_000,
  ) {}

  allows(key: string): boolean {
    return this.recent(key).length < this.most;
  }

  failed(key: string): void {
    // Bounded: an attacker who tries names at random must not fill the memory.
    if (this.tries.size > 50_000) this.tries.clear();
    this.tries.set(key, [...this.recent(key), this.now()]);
  }

  succeeded(key: string): void {
    this.tries.delete(key);
  }

  private recent(key: string): number[] {
    return (this.tries.get(key) ?? []).filter((at) => at > this.now() - this.withinMs);
  }
}
