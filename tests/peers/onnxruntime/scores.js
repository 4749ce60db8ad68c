// Runs ONNX files with ONNX Runtime: node scores.js MANIFEST. The manifest is an array of
// {"onnx": path, "images": path of raw bytes, "shape": of all images, "isFloat": bool},
// "batches" the numbers of images to run at once. Prints each file's scores, or the error, as JSON.
'use strict';

const fs = require('fs');
const ort = require('onnxruntime-node');

function batchOf(bytes, entry, first, count) {
  const size = entry.shape.slice(1).reduce((a, b) => a * b, 1);
  const part = bytes.subarray(first * size, (first + count) * size);
  const shape = [count, ...entry.shape.slice(1)];
  return entry.isFloat ? new ort.Tensor('float32', Float32Array.from(part), shape)
                       : new ort.Tensor('uint8', Uint8Array.from(part), shape);
}

async function scoresOf(entry, batches) {
  const session = await ort.InferenceSession.create(entry.onnx, {intraOpNumThreads: 1});
  const bytes = fs.readFileSync(entry.images);
  const scores = [];
  let first = 0;
  for (const count of batches) {
    const {scores: output} = await session.run({images: batchOf(bytes, entry, first, count)});
    if (output.dims[0] !== count)
      throw new Error(`${count} images gave ${output.dims[0]} rows`);
    scores.push(...output.data);
    first += count;
  }
  await session.release();
  return scores;
}

async function main() {
  const manifest = JSON.parse(fs.readFileSync(process.argv[2]));
  const results = [];
  for (const entry of manifest.models) {
    try {
      results.push({scores: await scoresOf(entry, manifest.batches)});
    } catch (error) {
      results.push({error: String(error)});
    }
  }
  console.log(JSON.stringify(results));
}

main();
