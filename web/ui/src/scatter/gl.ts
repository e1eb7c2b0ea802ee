// A million points in one draw call: quantised coordinates go to the GPU as they came, 4 bytes a point, and two bytes say
// their group and whether they are chosen; which groups are hidden is told apart. Written by hand since the libraries build their shader calls with
// `new Function`, which the page's Content-Security-Policy refuses.
import type { CellIndex, Shown } from "./cells";
import { boxOf, channels, fit, stroke, type Painter, type View } from "./painter";
import type { Selection } from "./selection";

const VERTEX = `#version 300 es
in float x; in float y; in uint group; in uint mark;
uniform vec4 view; uniform float size; uniform float ink; uniform vec3 palette[16]; uniform int shown[16]; uniform bool choosing;
out vec4 colour;
void main() {
  bool chosen = mark == 1u;
  int kind = shown[group];
  bool gone = kind == 0 && !chosen;
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((vec2(x, y) - view.xy) * view.zw - 1.0, chosen ? 0.0 : 0.5, 1.0);
  gl_PointSize = chosen ? size + 2.0 : size;
  float alpha = (chosen ? 0.95 : choosing ? 0.16 : ink) * (kind == 3 && !chosen ? 0.4 : 1.0);
  colour = vec4(palette[group] * alpha, alpha);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in vec4 colour; uniform bool round_; out vec4 result;
void main() {
  if (round_ && dot(gl_PointCoord - 0.5, gl_PointCoord - 0.5) > 0.25) discard;
  result = colour;
}`;

function shader(gl: WebGL2RenderingContext, kind: number, text: string): WebGLShader {
  const made = gl.createShader(kind);
  if (!made) throw new Error("no shader");
  gl.shaderSource(made, text);
  gl.compileShader(made);
  if (!gl.getShaderParameter(made, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(made) ?? "shader");
  return made;
}

export class Scatter implements Painter {
  readonly partial = false;
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly buffers: WebGLBuffer[];
  private cells: CellIndex | null = null;
  private group: Uint8Array | null = null;
  private chosen: Selection | null = null;

  /** Throws where there is no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new Error("no WebGL 2");
    this.gl = gl;
    this.program = gl.createProgram();
    gl.attachShader(this.program, shader(gl, gl.VERTEX_SHADER, VERTEX));
    gl.attachShader(this.program, shader(gl, gl.FRAGMENT_SHADER, FRAGMENT));
    ["x", "y", "group", "mark"].forEach((name, at) => gl.bindAttribLocation(this.program, at, name));
    gl.linkProgram(this.program);
    gl.useProgram(this.program);
    this.buffers = [0, 1, 2, 3].map(() => gl.createBuffer());
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  place(cells: CellIndex): void {
    this.cells = cells;
    this.load(0, cells.x);
    this.load(1, cells.y);
  }

  dress({ group, groups }: Shown, chosen: Selection): void {
    if (group !== this.group) this.load(2, group);
    if (this.cells && (chosen !== this.chosen || group !== this.group)) this.load(3, this.cells.sorted(chosen.marks));
    this.group = group;
    this.chosen = chosen;
    const shown = new Int32Array(16);
    shown.set(groups.subarray(0, 16));
    this.gl.uniform1iv(this.at("shown"), shown);
  }

  paint(colours: string[]): void {
    const values = new Float32Array(48);
    colours.slice(0, 16).forEach((colour, i) => values.set(channels(colour).map((part) => part / 255), 3 * i));
    this.gl.uniform3fv(this.at("palette"), values);
  }

  draw(view: View): void {
    const { gl, canvas } = this;
    const ratio = fit(canvas);
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const inView = this.cells?.count(boxOf(view)) ?? 0;
    const { size, alpha } = stroke(inView, canvas.clientWidth * canvas.clientHeight);
    gl.uniform4f(this.at("view"), view.x - view.wide / 2, view.y - view.high / 2, 2 / view.wide, 2 / view.high);
    gl.uniform1f(this.at("size"), size * ratio);
    gl.uniform1f(this.at("ink"), alpha);
    gl.uniform1i(this.at("choosing"), (this.chosen?.count ?? 0) > 0 ? 1 : 0);
    gl.uniform1i(this.at("round_"), size * ratio > 2.5 ? 1 : 0);
    for (let at = 0; at < 4; at++) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[at]);
      gl.enableVertexAttribArray(at);
      if (at < 2) gl.vertexAttribPointer(at, 1, gl.UNSIGNED_SHORT, false, 2, 0);
      else gl.vertexAttribIPointer(at, 1, gl.UNSIGNED_BYTE, 1, 0);
    }
    gl.drawArrays(gl.POINTS, 0, this.cells?.shown ?? 0);
  }

  free(): void {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  private load(buffer: number, values: Uint16Array | Uint8Array): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.buffers[buffer]);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, values, this.gl.DYNAMIC_DRAW);
  }

  private at(name: string): WebGLUniformLocation | null {
    return this.gl.getUniformLocation(this.program, name);
  }
}
