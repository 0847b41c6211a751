using System.Globalization;
using System.Text;
using QRCoder;

namespace SrmPortal.Web.Features.Account;

/// <summary>A QR code as the path of an SVG picture, one unit a square, so that it is sharp on every screen and needs no style of its own.</summary>
/// <param name="Side">Squares in a row, with the quiet zone around.</param>
/// <param name="Path">What is dark.</param>
public sealed record QrPicture(int Side, string Path)
{
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Length; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPicture(code.ModuleMatrix.Count, path.ToString());
    }
}
