using System.Net;
using System.Net.Sockets;

namespace HybridAssistant.Api.Security;

/// <summary>Requests that are counted together against a limit.</summary>
/// <param name="Id">Names the group; never a key or a token.</param>
/// <param name="IsToken">Whether it is the group of a browser's token, which may have a limit of its own.</param>
internal sealed record LimitGroup(string Id, bool IsToken = false)
{
    // What a provider gives one customer: who has one address of it has all (RFC 6177).
    private const int Ipv6PrefixBytes = 8;

    /// <summary>The group of an address; of IPv6 addresses, of their network.</summary>
    public static LimitGroup OfAddress(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return new LimitGroup(address?.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? $"network {Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6PrefixBytes))}"
            : $"address {address}");
    }
}
