// Which points are chosen: a byte a point, since a million of them may be. What is chosen is never changed, only replaced.

export class Selection {
  private constructor(
    /** 1 a chosen point. */
    readonly marks: Uint8Array,
    readonly count: number,
  ) {}

  /** Of `n` points, those that `mark` sets to 1; it returns how many these are. */
  static of(n: number, mark: (marks: Uint8Array) => number): Selection {
    const marks = new Uint8Array(n);
    return new Selection(marks, mark(marks));
  }

  static none(n: number): Selection {
    return new Selection(new Uint8Array(n), 0);
  }

  /** With the point `i` chosen if it was not, and not if it was. */
  toggled(i: number): Selection {
    const marks = this.marks.slice();
    marks[i] ^= 1;
    return new Selection(marks, this.count + (marks[i] ? 1 : -1));
  }

  /** The first `most` of the chosen points, as indices. */
  first(most = this.count): number[] {
    const result: number[] = [];
    for (let i = this.marks.indexOf(1); i >= 0 && result.length < most; i = this.marks.indexOf(1, i + 1)) result.push(i);
    return result;
  }
}
