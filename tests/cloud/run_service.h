// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace batuta::tests {

/// A service as Cloud Run's API v2 writes it.
inline constexpr const char *kService = R"({
 "name":"projects/demo-proj/locations/us-east1/services/svc","uid":"u-1","generation":"7","labels":{"team":"ml"},
 "createTime":"2026-08-01T10:00:00.123456Z","updateTime":"2026-09-01T10:00:00Z","creator":"ana@example.com",
 "lastModifier":"renata.lima@example.com","ingress":"INGRESS_TRAFFIC_ALL","launchStage":"GA",
 "template":{"revision":"svc-00042-kep","labels":{"client.knative.dev/nonce":"abc"},"scaling":{"minInstanceCount":1,"maxInstanceCount":100},
  "timeout":"540s","serviceAccount":"1-compute@developer.gserviceaccount.com","maxInstanceRequestConcurrency":80,
  "volumes":[{"name":"keys","secret":{"secret":"api-key"}}],
  "containers":[{"name":"proxy","image":"us-docker.pkg.dev/x/y/proxy:1"},
   {"image":"us-east1-docker.pkg.dev/demo-proj/apps/svc:41","args":["serve"],
   "env":[{"name":"A","value":"1"},{"name":"TOKEN","valueSource":{"secretKeyRef":{"secret":"api-key","version":"3"}}}],
   "resources":{"limits":{"cpu":"2","memory":"2Gi","nvidia.com/gpu":"0"},"startupCpuBoost":true},
   "ports":[{"name":"http1","containerPort":8080}],"volumeMounts":[{"name":"keys","mountPath":"/keys"}],
   "startupProbe":{"timeoutSeconds":240,"periodSeconds":240,"failureThreshold":1,"tcpSocket":{"port":8080}},
   "livenessProbe":{"httpGet":{"path":"/health","port":8080,"httpHeaders":[{"name":"X","value":"y"}]}}}]},
 "traffic":[{"type":"TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION","revision":"svc-00041-abc","percent":90},
  {"type":"TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST","percent":10,"tag":"next"}],
 "observedGeneration":"7","terminalCondition":{"type":"Ready","state":"CONDITION_FAILED",
  "message":"Revision 'svc-00042-kep' is not ready and cannot serve traffic.","lastTransitionTime":"2026-09-01T10:00:09Z",
  "revisionReason":"HEALTH_CHECK_CONTAINER_ERROR"},
 "conditions":[{"type":"RoutesReady","state":"CONDITION_SUCCEEDED"},{"type":"ConfigurationsReady","state":"CONDITION_FAILED"}],
 "latestReadyRevision":"projects/demo-proj/locations/us-east1/services/svc/revisions/svc-00041-abc",
 "latestCreatedRevision":"projects/demo-proj/locations/us-east1/services/svc/revisions/svc-00042-kep",
 "trafficStatuses":[{"type":"TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION","revision":"svc-00041-abc","percent":100,"uri":"https://x"}],
 "uri":"https://svc-h-ue.a.run.app","urls":["https://svc-1.us-east1.run.app","https://svc-h-ue.a.run.app"],
 "reconciling":true,"etag":"\"CJvR-1\"","newMemberOfTomorrow":{"a":[1]}})";

inline std::string revisionJson(const std::string &name, const std::string &created)
{
    return R"({"name":"projects/demo-proj/locations/us-east1/services/svc/revisions/)" + name +
           R"(","uid":"u","createTime":")" + created +
           R"(","creator":"ana@example.com","containers":[{"image":"us-east1-docker.pkg.dev/p/r/svc:1"}],)"
           R"("conditions":[{"type":"Ready","state":"CONDITION_SUCCEEDED"},)"
           R"({"type":"Active","state":"CONDITION_FAILED","severity":"INFO","revisionReason":"RETIRED"}],)"
           R"("etag":"\"r\"","service":"svc"})";
}

} // namespace batuta::tests
