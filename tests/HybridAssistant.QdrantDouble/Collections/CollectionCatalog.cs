using HybridAssistant.QdrantDouble.Calls;
using Qdrant.Client.Grpc;

namespace HybridAssistant.QdrantDouble.Collections;

/// <summary>The collections and their aliases, which outlive the listening server.</summary>
/// <param name="afterChunk">Told of each chunk of a write: the collection, and the points written so far.</param>
internal sealed class CollectionCatalog(Action<string, int>? afterChunk) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Collection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public IReadOnlyList<Collection> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _collections.Values];
            }
        }
    }

    /// <summary>Aliases with the collections they point at.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Aliases
    {
        get
        {
            lock (_lock)
            {
                return [.. _aliases];
            }
        }
    }

    public Collection? Find(string name)
    {
        lock (_lock)
        {
            // Aliases are looked up before real names.
            return _collections.GetValueOrDefault(_aliases.GetValueOrDefault(name, name));
        }
    }

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public Collection Get(string name) => Find(name) ?? throw Refusal.NoCollection(name);

    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS, or INVALID_ARGUMENT where the name is an alias.</exception>
    public void Add(CreateCollection settings)
    {
        lock (_lock)
        {
            if (_collections.ContainsKey(settings.CollectionName))
            {
                throw Refusal.Of(Grpc.Core.StatusCode.AlreadyExists, $"Wrong input: Collection `{settings.CollectionName}` already exists!");
            }

            if (_aliases.ContainsKey(settings.CollectionName))
            {
                throw Refusal.WrongInput($"Can't create collection with name {settings.CollectionName}. Alias with the same name already exists");
            }

            _collections.Add(settings.CollectionName, new Collection(settings, afterChunk));
        }
    }

    /// <summary>Removes a collection by its real name, its aliases first; false where there is none.</summary>
    public bool Remove(string name)
    {
        lock (_lock)
        {
            if (!_collections.ContainsKey(name))
            {
                return false;
            }

            foreach (var alias in _aliases.Where(alias => alias.Value == name).Select(alias => alias.Key).ToArray())
            {
                _aliases.Remove(alias);
            }

            return _collections.Remove(name);
        }
    }

    /// <summary>All actions under one lock, so that no reader sees part of them; those before a failing one stay done.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, or INVALID_ARGUMENT where an alias would hide a collection.</exception>
    public void Change(IEnumerable<AliasOperations> actions)
    {
        lock (_lock)
        {
            foreach (var action in actions)
            {
                Change(action);
            }
        }
    }

    public void Dispose()
    {
        foreach (var collection in All)
        {
            collection.Dispose();
        }
    }

    private void Change(AliasOperations action)
    {
        switch (action.ActionCase)
        {
            case AliasOperations.ActionOneofCase.CreateAlias:
                var (alias, name) = (action.CreateAlias.AliasName, action.CreateAlias.CollectionName);
                if (!_collections.ContainsKey(name))
                {
                    throw Refusal.NoCollection(name);
                }

                if (_collections.ContainsKey(alias))
                {
                    throw Refusal.Of(Grpc.Core.StatusCode.AlreadyExists, $"Wrong input: Collection `{alias}` already exists!");
                }

                _aliases[alias] = name;
                break;
            case AliasOperations.ActionOneofCase.DeleteAlias:
                _aliases.Remove(action.DeleteAlias.AliasName);
                break;
            case AliasOperations.ActionOneofCase.RenameAlias:
                if (!_aliases.Remove(action.RenameAlias.OldAliasName, out var target))
                {
                    throw Refusal.Of(Grpc.Core.StatusCode.NotFound, $"Not found: Alias {action.RenameAlias.OldAliasName} does not exists!");
                }

                _aliases[action.RenameAlias.NewAliasName] = target;
                break;
            default:
                throw Refusal.Malformed("Malformed AliasOperation type");
        }
    }
}
