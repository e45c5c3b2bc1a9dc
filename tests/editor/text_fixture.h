// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"
#include "views/theme/theme.h"

#include <QTest>

namespace batuta::test {

inline const std::string kTextFlow = R"(# shop
batuta: 1
name: shop
steps:
  match: {set: {v: 1}}
  # before b
  b:
    title: B é 𝄞
    needs: [match]
    log: "${{ steps.match.output.v }}"
  c:
    needs: [b]
    http:
      method: POST
      url: "${{ env.SHOP_URL }}"
)";

/// A document that has been read and checked, under the theme of the program.
struct TextHouse
{
    explicit TextHouse(std::string text = kTextFlow)
        : document("flows/t/shop.yaml", std::move(text))
    {
        theme.install();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !document.isChecking(); });
    }

    views::Theme theme;
    views::FlowDocument document;
};

} // namespace batuta::test
