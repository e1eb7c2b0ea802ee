// The lines and words behind the points. Drawn, and not made of elements: a browser without a graphics card needs some
// 25 ms to paint elements of this size anew, and they move with every picture.
import { fit } from "./painter";

export interface Mark {
  /** CSS pixels from the left, or from the top. */
  at: number;
  text: string;
}

/** `x` and `y`: the marks along each axis and its name. Colours and letters are those of the page. */
export function drawAxes(canvas: HTMLCanvasElement, x: { marks: Mark[]; name: string }, y: { marks: Mark[]; name: string }): void {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return;
  const ratio = fit(canvas);
  const style = getComputedStyle(canvas);
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  const colour = (name: string) => style.getPropertyValue(name);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, wide, high);
  context.fillStyle = colour("--line");
  for (const { at } of x.marks) context.fillRect(Math.round(at), 0, 1, high);
  for (const { at } of y.marks) context.fillRect(0, Math.round(at), wide, 1);
  context.fillStyle = colour("--soft");
  const letters = `${Math.max(12, 0.78 * parseFloat(style.fontSize))}px ${style.fontFamily}`;
  context.font = letters;
  // The names of the axes and the corner keep their room.
  const name = 1.15 * context.measureText(`${x.name} →`).width + 12;
  for (const { at, text } of x.marks) if (at + 8 + context.measureText(text).width < wide - name) context.fillText(text, at + 4, high - 6);
  for (const { at, text } of y.marks) if (at > 34 && at < high - 24) context.fillText(text, 4, at - 4);
  context.font = `600 ${letters}`;
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = colour("--card");
  const write = (text: string, left: number, top: number) => {
    context.strokeText(text, left, top);
    context.fillText(text, left, top);
  };
  write(`${x.name} →`, wide - 8 - context.measureText(`${x.name} →`).width, high - 6);
  write(`↑ ${y.name}`, 6, 16);
}
