#pragma once

#include <QByteArray>
#include <QImage>

#include <memory>

namespace dateline
{

/// Images one after the other in one WebP file, without loss.
class WebpAnimation
{
public:
    /// @param size of every image, 1…16,383 pixels each way.
    explicit WebpAnimation(QSize size);
    ~WebpAnimation();
    WebpAnimation(const WebpAnimation &) = delete;
    WebpAnimation &operator=(const WebpAnimation &) = delete;

    /// Adds @p image, to be shown for @p milliseconds; false for want of memory or if it has another size.
    [[nodiscard]] bool add(const QImage &image, int milliseconds);

    /// The file's bytes; empty if it could not be made.
    [[nodiscard]] QByteArray finish();

private:
    struct Encoder;
    std::unique_ptr<Encoder> m_encoder;
    QSize m_size;
    int m_at = 0; ///< When the next image begins, in milliseconds.
};

} // namespace dateline
