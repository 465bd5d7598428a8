using System.Security.Cryptography;

namespace Baton.Server.Kernel.Push;

/// <summary>Points of P-256 as web push writes them: uncompressed (SEC 1, 2.3.3).</summary>
internal static class PushCurve
{
    private const int Coordinate = 32;
    public const int PointLength = 1 + (2 * Coordinate);
    private const byte Uncompressed = 4;

    /// <exception cref="CryptographicException">That is no such point.</exception>
    public static ECParameters Point(byte[] point) => point.Length == PointLength && point[0] == Uncompressed
        ? new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[1..(1 + Coordinate)], Y = point[(1 + Coordinate)..] },
        }
        : throw new CryptographicException("That is no uncompressed point of P-256.");

    public static byte[] Point(ECParameters key) => [Uncompressed, .. key.Q.X!, .. key.Q.Y!];
}
