#pragma once

#include "base/result.h"

#include <QImage>
#include <QRect>
#include <QSize>
#include <QString>

#include <memory>
#include <stop_token>

namespace dateline
{

/// A plain picture of a map (PNG, JPEG, WebP, TIFF), read in parts, so that a large one takes little memory.
///
/// One object is for one thread at a time.
class ScanPicture
{
public:
    /// Errors: NotFound, Unreadable; Unsupported for another kind of file or more than 8 bits a colour; Malformed.
    [[nodiscard]] static Result<ScanPicture> open(const QString &path);

    ScanPicture(ScanPicture &&) noexcept;
    ScanPicture &operator=(ScanPicture &&) noexcept;
    ~ScanPicture();

    [[nodiscard]] QSize sizePx() const;

    /// @p part, which lies in the picture, shrunk to @p into pixels; ARGB32 premultiplied.
    ///
    /// A shrunk picture of all is kept for coarse parts. Ends early, with any picture, once @p stop is requested. Errors:
    /// Malformed.
    [[nodiscard]] Result<QImage> part(const QRect &part, QSize into, const std::stop_token &stop = {});

private:
    struct Data;
    explicit ScanPicture(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
