/** The cause of a failure before which a provider had done, and billed, a part of the work. */
export class PartlyAnswered extends Error {
  readonly units: { characters: number };

  constructor(units: { characters: number }, options: ErrorOptions) {
    super(`a part was answered: ${units.characters} characters`, options);
    this.name = 'PartlyAnswered';
    this.units = units;
  }
}
