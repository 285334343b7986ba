#include "figure/webpanimation.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace dateline
{

struct WebpAnimation::Encoder
{
    explicit Encoder(QSize size)
    {
        WebPAnimEncoderOptions options;
        if (WebPAnimEncoderOptionsInit(&options) == 0)
            return;
        options.anim_params.loop_count = 0; // For ever.
        animation.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
    }

    struct Delete
    {
        void operator()(WebPAnimEncoder *encoder) const { WebPAnimEncoderDelete(encoder); }
    };
    std::unique_ptr<WebPAnimEncoder, Delete> animation;
};

WebpAnimation::WebpAnimation(QSize size)
    : m_encoder(std::make_unique<Encoder>(size))
    , m_size(size)
{
}

WebpAnimation::~WebpAnimation() = default;

bool WebpAnimation::add(const QImage &image, int milliseconds)
{
    WebPConfig config;
    WebPPicture picture;
    if (!m_encoder->animation || image.size() != m_size || WebPConfigInit(&config) == 0
        || WebPConfigLosslessPreset(&config, 1) == 0 || WebPPictureInit(&picture) == 0)
        return false;
    const QImage pixels = image.convertToFormat(QImage::Format_RGBA8888);
    picture.use_argb = 1;
    picture.width = pixels.width();
    picture.height = pixels.height();
    const bool added = WebPPictureImportRGBA(&picture, pixels.constBits(), static_cast<int>(pixels.bytesPerLine())) != 0
        && WebPAnimEncoderAdd(m_encoder->animation.get(), &picture, m_at, &config) != 0;
    WebPPictureFree(&picture);
    m_at += milliseconds;
    return added;
}

QByteArray WebpAnimation::finish()
{
    WebPData data;
    WebPDataInit(&data);
    QByteArray bytes;
    if (m_encoder->animation && WebPAnimEncoderAdd(m_encoder->animation.get(), nullptr, m_at, nullptr) != 0
        && WebPAnimEncoderAssemble(m_encoder->animation.get(), &data) != 0)
        bytes = QByteArray(reinterpret_cast<const char *>(data.bytes), static_cast<qsizetype>(data.size));
    WebPDataClear(&data);
    return bytes;
}

} // namespace dateline
