// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/json.h"

namespace batuta::tests {

/// A service as API v1 writes it, with the values that gcloud's export breaks.
inline json::Value service()
{
    return json::parse(R"({"apiVersion":"serving.knative.dev/v1","kind":"Service",
 "metadata":{"name":"svc","namespace":"123456","uid":"u","selfLink":"/x","resourceVersion":"AAZU4FN7oZM","generation":7,
  "creationTimestamp":"2026-08-01T10:00:00Z","labels":{"cloud.googleapis.com/location":"us-east1","on":"yes"},
  "annotations":{"serving.knative.dev/creator":"a@b","run.googleapis.com/client-name":"gcloud","run.googleapis.com/operation-id":"o",
   "run.googleapis.com/ingress":"all","run.googleapis.com/minScale":"1","run.googleapis.com/urls":"[\"https://x\"]"}},
 "spec":{"template":{"metadata":{"name":"svc-00042-kep","labels":{"client.knative.dev/nonce":"n"},
   "annotations":{"autoscaling.knative.dev/maxScale":"100","run.googleapis.com/startup-cpu-boost":"true"}},
  "spec":{"containerConcurrency":80,"timeoutSeconds":540,"serviceAccountName":"1-compute@developer.gserviceaccount.com",
   "containers":[{"image":"us-east1-docker.pkg.dev/p/r/svc:1","args":["--flag","yes","1.5"],
    "env":[{"name":"FEATURE","value":"yes"},{"name":"N","value":"no"},{"name":"AT","value":"12:30:45"},{"name":"OCT","value":"012"},
     {"name":"EMPTY","value":""},{"name":"NIL","value":"~"},{"name":"LINE","value":"a\n  b: #c\u2028\u0085\u007f"},{"name":"y","value":"=x"},
     {"name":"JSON","value":"{\"a\": [1, 'b']}"},{"name":"TOKEN","valueFrom":{"secretKeyRef":{"name":"api-key","key":"3"}}}],
    "ports":[{"name":"http1","containerPort":8080}],"resources":{"limits":{"cpu":"2","memory":"2Gi"}}}],"nodeSelector":{}}},
  "traffic":[{"percent":100,"latestRevision":true}]},
 "status":{"url":"https://x"}})")
        .value();
}

} // namespace batuta::tests
