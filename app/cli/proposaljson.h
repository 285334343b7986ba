#pragma once

#include "domain/document.h"
#include "domain/proposal.h"

#include <QJsonObject>

#include <span>

namespace dateline
{

[[nodiscard]] QJsonObject jsonOf(const When &when);
[[nodiscard]] QJsonObject jsonOf(const Where &where);
[[nodiscard]] QJsonObject jsonOf(const Incident &incident);
[[nodiscard]] QJsonObject jsonOf(const Proposal &proposal);

/// @p document without its text and bytes.
[[nodiscard]] QJsonObject jsonOf(const Document &document);

/// A proposal in a few lines for a person.
[[nodiscard]] QString textOf(const Proposal &proposal);

} // namespace dateline
