#pragma once

#include "base/result.h"

#include <QStringList>

namespace dateline
{

/// The printers that CUPS knows on this machine; empty without CUPS.
[[nodiscard]] QStringList printerNames();

/// Hands the PDF @p page to @p printer, called @p title in its queue; Unwritable if it does not take it.
[[nodiscard]] Result<void> printPdf(const QByteArray &page, const QString &title, const QString &printer);

} // namespace dateline
