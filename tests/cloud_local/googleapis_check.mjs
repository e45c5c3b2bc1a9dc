// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The unmodified npm client `googleapis` does its work against the local cloud: node googleapis_check.mjs
// MODULES PORT. Prints `ok NAME` for each step and leaves with 1 at the first that fails.
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const [modules, port] = process.argv.slice(2);
const { google } = createRequire(modules + "/")("googleapis");
const rootUrl = `http://127.0.0.1:${port}/`;
const auth = new google.auth.OAuth2();
auth.setCredentials({ access_token: "test-token", expiry_date: Date.now() + 3600_000 });
const api = (name, version) => google[name]({ version, auth, rootUrl });
const project = "demo-proj";
const parent = `projects/${project}/locations/us-east1`;
const run = api("run", "v2");
const services = run.projects.locations.services;
const waited = async (operation) => {
  const { data } = await run.projects.locations.operations.wait({ name: operation.name, requestBody: { timeout: "20s" } });
  assert.ok(data.done);
  assert.equal(data.error, undefined);
  return data.response;
};
const step = async (name, work) => {
  try {
    await work();
    console.log("ok", name);
  } catch (error) {
    console.log("FAILED", name, error.stack, JSON.stringify(error.response?.data));
    process.exit(1);
  }
};

let service;
await step("create", async () => {
  const requestBody = { template: { containers: [{ image: "good", env: [{ name: "A", value: "1" }] }] } };
  const { data } = await services.create({ parent, serviceId: "shop", requestBody });
  service = await waited(data);
  assert.equal(service.terminalCondition.state, "CONDITION_SUCCEEDED");
});
await step("policy", async () => {
  const resource = service.name;
  await services.setIamPolicy({ resource, requestBody: { policy: { bindings: [{ role: "roles/run.invoker", members: ["allUsers"] }] } } });
  const { data } = await services.getIamPolicy({ resource });
  assert.equal(data.bindings[0].members[0], "allUsers");
  assert.equal((await fetch(service.uri)).status, 200);
});
await step("patch and traffic", async () => {
  const body = { template: { ...service.template, timeout: "60s" } };
  await waited((await services.patch({ name: service.name, updateMask: "template.timeout", requestBody: body })).data);
  const { data } = await services.revisions.list({ parent: service.name });
  assert.equal(data.revisions.length, 2);
  const old = data.revisions[1].name.split("/").pop();
  const traffic = [
    { type: "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION", revision: old, percent: 90 },
    { type: "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST", percent: 10, tag: "canary" },
  ];
  service = await waited((await services.patch({ name: service.name, updateMask: "traffic", requestBody: { traffic } })).data);
  assert.equal(service.trafficStatuses[1].tag, "canary");
  assert.equal((await fetch(service.trafficStatuses[1].uri)).status, 200);
});
await step("stale etag", async () => {
  const requestBody = { description: "x", etag: '"AAAAAAAAAAA"' };
  await assert.rejects(services.patch({ name: service.name, updateMask: "description", requestBody }), (error) => error.code === 409 || error.status === 409);
});
await step("validate only", async () => {
  const requestBody = { template: { containers: [{ image: "good" }] } };
  assert.ok((await services.create({ parent, serviceId: "tried", validateOnly: true, requestBody })).data.done);
  await assert.rejects(services.get({ name: `${parent}/services/tried` }), (error) => error.code === 404 || error.status === 404);
});
await step("v1", async () => {
  const { data } = await api("run", "v1").projects.locations.services.list({ parent: `projects/${project}/locations/-` });
  assert.equal(data.items[0].metadata.name, "shop");
});
await step("logging", async () => {
  const logging = api("logging", "v2");
  const { data } = await logging.entries.list({ requestBody: { resourceNames: [`projects/${project}`], filter: 'log_id("run.googleapis.com/requests")' } });
  assert.ok(data.entries.length >= 2);
  await logging.entries.write({ requestBody: { entries: [{ logName: `projects/${project}/logs/a`, resource: { type: "global" }, textPayload: "x" }] } });
});
await step("monitoring", async () => {
  const monitoring = api("monitoring", "v3");
  const { data } = await monitoring.projects.timeSeries.list({
    name: `projects/${project}`,
    filter: 'metric.type="run.googleapis.com/request_count"',
    "interval.startTime": new Date(Date.now() - 600_000).toISOString(),
    "interval.endTime": new Date(Date.now() + 60_000).toISOString(),
    "aggregation.alignmentPeriod": "60s",
    "aggregation.perSeriesAligner": "ALIGN_DELTA",
    "aggregation.crossSeriesReducer": "REDUCE_SUM",
    "aggregation.groupByFields": ["metric.labels.response_code_class"],
  });
  assert.equal(data.timeSeries[0].metric.labels.response_code_class, "2xx");
  const policy = { displayName: "a", combiner: "OR", conditions: [{ displayName: "c", conditionThreshold: { filter: 'metric.type="x"', comparison: "COMPARISON_GT", duration: "60s" } }] };
  const made = await monitoring.projects.alertPolicies.create({ name: `projects/${project}`, requestBody: policy });
  await monitoring.projects.alertPolicies.delete({ name: made.data.name });
});
await step("budgets and billing", async () => {
  const budgets = api("billingbudgets", "v1").billingAccounts.budgets;
  const { data } = await budgets.create({ parent: "billingAccounts/B", requestBody: { displayName: "b", amount: { specifiedAmount: { units: "100" } } } });
  assert.equal((await budgets.list({ parent: "billingAccounts/B" })).data.budgets[0].name, data.name);
  await budgets.delete({ name: data.name });
  assert.ok((await api("cloudbilling", "v1").projects.getBillingInfo({ name: `projects/${project}` })).data.billingEnabled);
});
await step("builds, images, storage", async () => {
  const storage = api("storage", "v1");
  await storage.buckets.insert({ project, requestBody: { name: "b-1" } });
  // Uploads look for the address among the options of the call alone.
  const media = { mimeType: "text/plain", body: "hello" };
  await storage.objects.insert({ bucket: "b-1", name: "a/b.txt", media }, { rootUrl });
  await storage.objects.insert({ bucket: "b-1", requestBody: { name: "c.txt" }, media }, { rootUrl });
  assert.equal((await storage.objects.get({ bucket: "b-1", object: "a/b.txt", alt: "media" }, { responseType: "text" })).data, "hello");
  await api("cloudbuild", "v1").projects.builds.list({ projectId: project });
  await api("artifactregistry", "v1").projects.locations.repositories.list({ parent });
});
await step("projects", async () => {
  assert.equal((await api("cloudresourcemanager", "v1").projects.get({ projectId: project })).data.projectId, project);
  assert.equal((await api("serviceusage", "v1").services.get({ name: `projects/${project}/services/run.googleapis.com` })).data.state, "ENABLED");
});
await step("jobs", async () => {
  const jobs = run.projects.locations.jobs;
  const container = { image: "good", command: ["/bin/sh", "-c", "exit $CODE"], env: [{ name: "CODE", value: "0" }] };
  const template = { taskCount: 2, template: { maxRetries: 0, containers: [container] } };
  const job = await waited((await jobs.create({ parent, jobId: "nightly", requestBody: { template } })).data);
  assert.equal((await jobs.get({ name: job.name })).data.template.taskCount, 2);
  const execution = await waited((await jobs.run({ name: job.name, requestBody: {} })).data);
  assert.equal(execution.succeededCount, 2);
  const overrides = { containerOverrides: [{ env: [{ name: "CODE", value: "5" }] }] };
  const failed = await waited((await jobs.run({ name: job.name, requestBody: { overrides } })).data);
  assert.equal(failed.conditions[0].executionReason, "NON_ZERO_EXIT_CODE");
  const { data } = await jobs.executions.list({ parent: job.name });
  assert.equal(data.executions.length, 2);
  assert.equal((await jobs.executions.tasks.list({ parent: failed.name })).data.tasks[0].lastAttemptResult.exitCode, 5);
  await jobs.executions.delete({ name: failed.name });
  await jobs.delete({ name: job.name });
  await assert.rejects(jobs.get({ name: job.name }), (error) => error.code === 404 || error.status === 404);
});
await step("delete", async () => {
  const { data } = await services.delete({ name: service.name });
  assert.ok(data.done);
  await assert.rejects(services.get({ name: service.name }), (error) => error.code === 404 || error.status === 404);
});
