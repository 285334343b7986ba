#pragma once

#include "geo/scanpicture.h"

#include <mutex>

namespace dateline
{

/// A picture that is being placed, for any thread.
class ScanSource
{
public:
    explicit ScanSource(ScanPicture picture)
        : m_picture(std::move(picture))
        , m_sizePx(m_picture.sizePx())
    {
    }

    [[nodiscard]] QSize sizePx() const { return m_sizePx; }

    /// As ScanPicture::part(); waits for another thread that reads.
    [[nodiscard]] Result<QImage> part(const QRect &part, QSize into, const std::stop_token &stop)
    {
        const std::scoped_lock lock(m_reading);
        return m_picture.part(part, into, stop);
    }

private:
    ScanPicture m_picture;
    QSize m_sizePx;
    std::mutex m_reading;
};

} // namespace dateline
