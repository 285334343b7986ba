#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QPDF;

namespace dateline
{

/// The name of the attached file in which a PDF tells what it shows.
inline constexpr auto pdfSidecar = "dateline-figure.json";

/// SHA-256 of what each page of @p pdf shows and where it leads, in hex: all that it is made of, whatever the file
/// around it is like.
///
/// Throws what QPDF does where a part of it is damaged or beyond all reason large.
[[nodiscard]] QStringList pagesSha256(QPDF &pdf);

/// The same for the PDF in @p bytes; empty where that is damaged.
[[nodiscard]] QStringList pagesSha256(const QByteArray &bytes);

/// What the PDF in @p bytes tells of itself; none where it tells nothing.
[[nodiscard]] std::optional<QByteArray> sidecarInPdf(const QByteArray &bytes);

} // namespace dateline
