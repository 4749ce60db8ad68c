
'use strict';
const byId = id => document.getElementById(id);
let token = '';
let inputName = '';
let previewUrl = '';
let newestCall = 0;

const ask = (address, options = {}) => fetch(address, {
  ...options,
  credentials: 'omit',
  cache: 'no-store',
  headers: token ? { Authorization: 'Bearer ' + token } : {},
});

const sentenceOf = async answer => {
  try {
    return (await answer.json()).errorMessage;
  } catch {
    return 'The service answered ' + answer.status + '.';
  }
};

const showProblem = text => { byId('problem').textContent = text; };

async function open() {
  showProblem('');
  try {
    const answer = await ask('openapi.json');
    byId('access').hidden = answer.status !== 401;
    byId('trial').hidden = !answer.ok;
    if (answer.status === 401) {
      if (token)
        showProblem(await sentenceOf(answer));
      byId('token').focus();
    } else if (!answer.ok) {
      showProblem(await sentenceOf(answer));
    } else {
      showDeployment(await answer.json());
    }
  } catch {
    showProblem('The service cannot be reached; check that it runs and load this page again.');
  }
}

function showDeployment(description) {
  inputName = Object.keys(description.components.schemas['input-row'].properties)[0];
  byId('title').textContent = description.info.title;
  document.title = description.info.title;
  byId('version').textContent = 'Version ' + description.info.version;
}

function cell(kind, text, className) {
  const element = document.createElement(kind);
  element.textContent = text;
  element.className = className || '';
  return element;
}

function barOf(score, threshold) {
  const bar = cell('div', '', 'bar');
  bar.setAttribute('role', 'img');
  bar.setAttribute('aria-label', 'score ' + score.toFixed(3) + ', threshold ' + threshold.toFixed(3));
  const fill = bar.appendChild(cell('div', '', 'fill'));
  fill.style.width = 100 * score + '%';
  const mark = bar.appendChild(cell('div', '', 'mark'));
  mark.style.left = 100 * threshold + '%';
  mark.title = 'Threshold ' + threshold.toFixed(3);
  const holder = document.createElement('td');
  holder.append(bar);
  return holder;
}

function showScores(answer) {
  const rows = Object.entries(answer.scores).map(([label, score]) => {
    const row = document.createElement('tr');
    const present = answer.decisions[label];
    row.className = present ? 'present' : '';
    const name = cell('th', label);
    name.scope = 'row';
    row.append(name, barOf(score, answer.thresholds[label]),
      cell('td', score.toFixed(3), 'number'), cell('td', present ? '✓ yes' : 'no'));
    return row;
  });
  byId('results').tBodies[0].replaceChildren(...rows);
  byId('results').hidden = false;
  const count = Object.values(answer.decisions).filter(Boolean).length;
  byId('message').textContent = count + ' of ' + rows.length + ' labels present.';
}

function showPreview(file) {
  URL.revokeObjectURL(previewUrl);
  previewUrl = URL.createObjectURL(file);
  const preview = byId('preview');
  preview.onload = () => { preview.hidden = false; };
  preview.onerror = () => { preview.hidden = true; };
  preview.src = previewUrl;
  preview.alt = file.name;
}

async function predict(file) {
  const call = ++newestCall;
  showProblem('');
  showPreview(file);
  byId('results').hidden = true;
  byId('message').textContent = 'Working…';
  const form = new FormData();
  form.append(inputName, file, file.name || 'image');
  try {
    const answer = await ask('forward?details=1', { method: 'POST', body: form });
    const result = answer.ok ? await answer.json() : await sentenceOf(answer);
    if (call !== newestCall)
      return;
    byId('message').textContent = '';
    if (answer.ok)
      showScores(result);
    else
      showProblem(result);
  } catch {
    if (call !== newestCall)
      return;
    byId('message').textContent = '';
    showProblem('The service cannot be reached; try again.');
  }
}

function takeFirst(files) {
  if (files.length > 0 && !byId('trial').hidden)
    predict(files[0]);
}

byId('access').addEventListener('submit', event => {
  event.preventDefault();
  token = byId('token').value.trim();
  open();
});
byId('file').addEventListener('change', event => {
  takeFirst(event.target.files);
  event.target.value = '';
});
document.addEventListener('paste', event => takeFirst(event.clipboardData.files));
for (const kind of ['dragenter', 'dragover'])
  document.addEventListener(kind, event => {
    event.preventDefault();
    byId('drop').classList.add('over');
  });
for (const kind of ['dragleave', 'drop'])
  document.addEventListener(kind, event => {
    event.preventDefault();
    byId('drop').classList.remove('over');
  });
document.addEventListener('drop', event => takeFirst(event.dataTransfer.files));
byId('title').textContent = 'Deployment ' + location.pathname.split('/').at(-2);
open();
