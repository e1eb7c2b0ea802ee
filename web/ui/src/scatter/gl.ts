// A million points in one draw call: quantised coordinates go to the GPU as they came, 4 bytes a point, and 2 bytes say
// their colour and whether they are hidden or chosen. Written by hand since the libraries build their shader calls with
// `new Function`, which the page's Content-Security-Policy refuses.
import { MISSING } from "./points";

const VERTEX = `#version 300 es
in float x; in float y; in uvec2 look;
uniform vec4 view; uniform float size; uniform vec3 palette[16]; uniform bool choosing;
out vec4 colour;
void main() {
  bool gone = x > 65534.5 || y > 65534.5 || look.y == 0u;
  bool chosen = look.y == 2u;
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((vec2(x, y) - view.xy) * view.zw - 1.0, chosen ? 0.0 : 0.5, 1.0);
  gl_PointSize = chosen ? size + 2.0 : size;
  float alpha = choosing && !chosen ? 0.16 : 0.82;
  colour = vec4(palette[look.x] * alpha, alpha);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in vec4 colour; uniform bool round_; out vec4 result;
void main() {
  if (round_ && dot(gl_PointCoord - 0.5, gl_PointCoord - 0.5) > 0.25) discard;
  result = colour;
}`;

/** What is seen: the centre in quantised units and the widths of the view. */
export interface View {
  x: number;
  y: number;
  wide: number;
  high: number;
}

function shader(gl: WebGL2RenderingContext, kind: number, text: string): WebGLShader {
  const made = gl.createShader(kind);
  if (!made) throw new Error("no shader");
  gl.shaderSource(made, text);
  gl.compileShader(made);
  if (!gl.getShaderParameter(made, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(made) ?? "shader");
  return made;
}

export class Scatter {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly buffers: WebGLBuffer[];
  private n = 0;

  /** Throws where there is no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new Error("no WebGL 2");
    this.gl = gl;
    this.program = gl.createProgram();
    gl.attachShader(this.program, shader(gl, gl.VERTEX_SHADER, VERTEX));
    gl.attachShader(this.program, shader(gl, gl.FRAGMENT_SHADER, FRAGMENT));
    ["x", "y", "look"].forEach((name, at) => gl.bindAttribLocation(this.program, at, name));
    gl.linkProgram(this.program);
    gl.useProgram(this.program);
    this.buffers = [0, 1, 2].map(() => gl.createBuffer());
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  place(x: Uint16Array, y: Uint16Array): void {
    const { gl } = this;
    this.n = x.length;
    [x, y].forEach((values, at) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[at]);
      gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
    });
  }

  /** `look` has two bytes a point: its group, and 0 for hidden, 1 for shown, 2 for chosen. */
  dress(look: Uint8Array): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[2]);
    gl.bufferData(gl.ARRAY_BUFFER, look, gl.DYNAMIC_DRAW);
  }

  paint(colours: string[]): void {
    const values = new Float32Array(48);
    colours.slice(0, 16).forEach((text, i) => {
      for (let part = 0; part < 3; part++) values[3 * i + part] = parseInt(text.slice(1 + 2 * part, 3 + 2 * part), 16) / 255;
    });
    this.gl.uniform3fv(this.at("palette"), values);
  }

  /** How many points stand for one in a hasty picture: about 100,000 are drawn. A stride has at most 255 bytes. */
  get haste(): number {
    return Math.min(127, Math.max(1, Math.ceil(this.n / 100000)));
  }

  /** Draws each `every`th point; the order of points is that of the library, so a part of them is spread over all. */
  draw(view: View, choosing: boolean, every = 1): void {
    const { gl, canvas } = this;
    const ratio = Math.min(2, devicePixelRatio);
    const wide = Math.round(canvas.clientWidth * ratio);
    const high = Math.round(canvas.clientHeight * ratio);
    if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
    gl.viewport(0, 0, wide, high);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const near = Math.sqrt(MISSING / view.wide);
    const size = ratio * Math.max(1, Math.min(9, (this.n > 300000 ? 1.1 : this.n > 60000 ? 1.8 : this.n > 15000 ? 2.6 : 4) * near));
    gl.uniform4f(this.at("view"), view.x - view.wide / 2, view.y - view.high / 2, 2 / view.wide, 2 / view.high);
    gl.uniform1f(this.at("size"), size);
    gl.uniform1i(this.at("choosing"), choosing ? 1 : 0);
    gl.uniform1i(this.at("round_"), size > 2.5 ? 1 : 0);
    this.read(every);
    gl.drawArrays(gl.POINTS, 0, Math.floor(this.n / every));
  }

  private read(every: number): void {
    const { gl } = this;
    for (let at = 0; at < 3; at++) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[at]);
      gl.enableVertexAttribArray(at);
      if (at < 2) gl.vertexAttribPointer(at, 1, gl.UNSIGNED_SHORT, false, 2 * every, 0);
      else gl.vertexAttribIPointer(at, 2, gl.UNSIGNED_BYTE, 2 * every, 0);
    }
  }

  free(): void {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  private at(name: string): WebGLUniformLocation | null {
    return this.gl.getUniformLocation(this.program, name);
  }
}
